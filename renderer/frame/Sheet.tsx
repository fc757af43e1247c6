import type { ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import "./Sheet.css";

/** Props of a sheet. */
export interface SheetProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** For what interrupts. A touch beside it closes it all the same: the person is there. */
  readonly isAlert?: boolean | undefined;
}

/** A dark panel that comes up from the counter over the screen; the focus stays inside until it is closed. */
export function Sheet({ title, children, onClose, isAlert = false }: SheetProps) {
  return (
    <ModalOverlay
      className="sheet-overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className="sheet">
        <Dialog className="counter sheet-dialog" role={isAlert ? "alertdialog" : "dialog"}>
          <Heading slot="title" className="sheet-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
