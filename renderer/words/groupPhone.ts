/** Groups the digits of a phone number while it is typed and when it is read back: "0912 345 678", "0283 855 1234". */
export function groupPhone(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 7), digits.slice(7)].filter((part) => part !== "").join(" ");
}
