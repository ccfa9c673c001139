/** `Lee, Ann` */
export function nameText(name: { readonly family: string; readonly given: string }): string {
  return `${name.family}, ${name.given}`;
}
