import { Button, Dialog, Modal, ModalOverlay } from "react-aria-components";
import type { DeskState } from "#core/contract/desk.ts";
import { deskWords } from "./words.ts";

/** The whole sheet, dot for dot, over the page. */
export function EnlargedPaper(props: {
  readonly paper: DeskState["papers"][number];
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { paper, isOpen, onClose } = props;
  return (
    <ModalOverlay
      className="desk-veil"
      isOpen={isOpen}
      isDismissable
      onOpenChange={(isStillOpen) => {
        if (!isStillOpen) onClose();
      }}
    >
      <Modal className="desk-enlarged">
        <Dialog aria-label={deskWords.papers}>
          <Button slot="close" className="desk-enlarged-close">
            {deskWords.close}
          </Button>
          <img src={paper.pictureUrl} alt={deskWords.papers} width={paper.widthDots} height={paper.heightDots} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
