import { Component, type ReactNode } from "react";
import { Failure } from "../features/failure.tsx";

/** Holds one feature: where it fails, it says so in its own place, and the page and the other features go on. */
export class OnItsOwn extends Component<{ children: ReactNode }, { failure?: string }> {
  override state: { failure?: string } = {};

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: String(error) };
  }

  override render() {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <Failure reason={failure} />;
  }
}
