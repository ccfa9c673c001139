/** A form over a record that somebody else changed meanwhile: what was typed stays, all else follows the record. */
export function rebase<Form extends object>(typed: Form, before: Form, now: Form): Form {
  const touched = (Object.keys(typed) as (keyof Form)[]).filter(
    key => JSON.stringify(typed[key]) !== JSON.stringify(before[key]),
  );
  return { ...now, ...Object.fromEntries(touched.map(key => [key, typed[key]])) };
}
