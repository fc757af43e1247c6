/** A bug of the kind that matters, planted in a copy of the program: some test must fail because of it. */
export interface PlantedFault {
  /** What goes wrong in the street because of it. */
  readonly harm: string;
  readonly file: string;
  /** Stands exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}
