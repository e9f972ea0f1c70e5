import { Component, type ReactNode } from "react";
import { explainFailure } from "./explain-failure.ts";
import { InsteadOfPanel } from "./instead-of-panel.tsx";
import { giveRoomBack } from "./make-room.ts";

interface WholeOverlayProps {
  /** Why there is nothing to show. */
  failure: string | undefined;
  children: ReactNode;
}

/** Holds all that the overlay shows: a panel that cannot start gives back the room made for it, and a corner of the page says why. */
export class WholeOverlay extends Component<WholeOverlayProps, { failure: string | undefined }> {
  override state: { failure: string | undefined } = { failure: undefined };

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: String(error) };
  }

  override componentDidCatch(): void {
    giveRoomBack();
  }

  override componentDidUpdate(): void {
    if (this.props.failure !== undefined) giveRoomBack();
  }

  override render() {
    const failure = this.props.failure ?? this.state.failure;
    return failure === undefined ? (
      this.props.children
    ) : (
      <InsteadOfPanel text={explainFailure(failure)} />
    );
  }
}
