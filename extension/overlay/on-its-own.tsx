import { Component, type ReactNode } from "react";
import { Failure } from "../features/failure.tsx";

/** Holds one feature: where it fails, it says so in its own place, and the page and the other features go on. */
export class OnItsOwn extends Component<{ children: ReactNode }, { failure: string | undefined }> {
  override state: { failure: string | undefined } = { failure: undefined };

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: String(error) };
  }

  /** What failed is tried anew with what its surroundings now show, such as the next answer. */
  override componentDidUpdate({ children }: { children: ReactNode }): void {
    if (this.state.failure !== undefined && children !== this.props.children) {
      this.setState({ failure: undefined });
    }
  }

  override render() {
    const { failure } = this.state;
    return failure === undefined ? this.props.children : <Failure reason={failure} />;
  }
}
