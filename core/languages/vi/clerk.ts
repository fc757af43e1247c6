/** Words of the staff's screens. */
export const clerk = {} as const;
