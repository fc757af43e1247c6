import type { LocalizedText, ProcedureView } from "#core/contract/channel.ts";

/** Procedures of one field, in the order of the catalogue. */
export interface FieldOfProcedures {
  readonly field: LocalizedText;
  readonly procedures: readonly ProcedureView[];
}

/** Groups procedures by field; fields in the order of their first procedure. */
export function proceduresByField(procedures: readonly ProcedureView[]): FieldOfProcedures[] {
  const groups = Map.groupBy(procedures, (procedure) => procedure.field.vi);
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    return first === undefined ? [] : [{ field: first.field, procedures: group }];
  });
}
