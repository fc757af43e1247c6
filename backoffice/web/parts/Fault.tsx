import { WarningIcon } from "@phosphor-icons/react/dist/csr/Warning";

/** A failed act, in words, beside what failed. */
export function Fault({ text }: { readonly text: string | undefined }) {
  return (
    <p className="fault" role="alert">
      {text !== undefined && (
        <>
          <WarningIcon weight="bold" size={18} aria-hidden="true" />
          {text}
        </>
      )}
    </p>
  );
}
