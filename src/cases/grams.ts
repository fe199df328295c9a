/**
 * Chinese has no spaces: text is indexed as two-character grams, with Latin words and numbers whole.
 * A query is cut the same way, so a two-character word, the common query, is one look-up.
 */
export function grams(text: string): string[] {
  const found = new Set<string>()
  for (const run of text
    .normalize('NFKC')
    .toLowerCase()
    .match(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv) ?? []) {
    if (!/^\p{Script=Han}/u.test(run)) found.add(run.slice(0, 60))
    else if (run.length === 1) found.add(run)
    else for (let i = 0; i + 1 < run.length; i++) found.add(run.slice(i, i + 2))
  }
  return [...found]
}
