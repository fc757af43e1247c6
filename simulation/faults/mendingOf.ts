/** What undoes some faults of a device and leaves its others: each as it is in a sound one. */
export function mendingOf<T extends object>(faults: Partial<T>, sound: T): Partial<T> {
  const broken = Object.keys(faults) as (keyof T)[];
  return Object.fromEntries(broken.map((name) => [name, sound[name]])) as Partial<T>;
}
