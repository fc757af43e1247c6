/** The one question of a page of the wizard, and the sentence under it. */
export function StepTitle({ title, lead }: { readonly title: string; readonly lead: string }) {
  return (
    <div className="step-title">
      <h2>{title}</h2>
      <p>{lead}</p>
    </div>
  );
}
