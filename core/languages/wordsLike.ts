/**
 * The shape that a translation must have: the keys of the master. Vietnamese is the master; a key that is missing or
 * left over elsewhere does not compile.
 */
export type WordsLike<Master> = {
  readonly [Key in keyof Master]: Master[Key] extends string ? string : WordsLike<Master[Key]>;
};

/** The same for a language whose nouns change with the number: every `…_other` has a `…_one` beside it. */
export type CountedWordsLike<Master> = {
  readonly [Key in keyof Master]: Master[Key] extends string ? string : CountedWordsLike<Master[Key]>;
} & {
  readonly [Key in keyof Master as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string;
};
