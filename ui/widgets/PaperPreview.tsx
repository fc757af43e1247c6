import "./PaperPreview.css";

/** Props of the printed paper on the screen. */
export interface PaperPreviewProps {
  /** The bitmap that goes to the printer, as an image address. */
  readonly imageUrl: string;
  /** What stands on the paper, for those who listen. */
  readonly description: string;
  /** Paper width in millimetres; drawn at true size. 80 unless told otherwise. */
  readonly widthMm?: number | undefined;
  /** Share of the paper that the printer has put out, 0 to 1; 1 unless told otherwise. */
  readonly printed?: number | undefined;
}

/** The receipt at true width, rising from the edge of the counter as the printer puts it out. */
export function PaperPreview({ imageUrl, description, widthMm = 80, printed = 1 }: PaperPreviewProps) {
  return (
    <figure className="paper-preview" style={{ width: `calc(var(--mm) * ${widthMm})` }}>
      <div className="paper-preview-window">
        <img
          className="paper-preview-sheet"
          src={imageUrl}
          alt={description}
          style={{ transform: `translateY(${(1 - Math.min(1, Math.max(0, printed))) * 100}%)` }}
        />
      </div>
      <div className="paper-preview-slot" aria-hidden="true" />
    </figure>
  );
}
