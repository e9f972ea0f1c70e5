import { Component, type ReactNode } from "react";
import { explainFailure } from "./explain-failure.ts";
import { InsteadOfPanel } from "./instead-of-panel.tsx";
import { giveRoomBack } from "./make-room.ts";

/** Holds all that the overlay shows: a panel that cannot start gives back the room made for it, and a corner of the page says why. */
export class WholeOverlay extends Component<
  { children: ReactNode },
  { failure: string | undefined }
> {
  override state: { failure: string | undefined } = { failure: undefined };

  static getDerivedStateFromError(error: unknown): { failure: string } {
    return { failure: String(error) };
  }

  override componentDidCatch(): void {
    giveRoomBack();
  }

  override render() {
    const { failure } = this.state;
    return failure === undefined ? (
      this.props.children
    ) : (
      <InsteadOfPanel text={explainFailure(failure, "failedPanel")} />
    );
  }
}

/** In the place of a panel that failed before there was anything to draw: it fails now. */
export function Failed({ error }: { error: unknown }): never {
  throw error;
}
