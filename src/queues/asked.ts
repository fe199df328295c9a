import type { Asked, Choices } from '../../views/queues/search-form.tsx'
import { listChoices } from '../cases/act_form.ts'
import { grams } from '../cases/grams.ts'
import type { Store } from '../db/open.ts'
import { urls, withQuery } from '../http/urls.ts'
import type { Text } from '../law/words.ts'
import { editions } from '../procedures/registry.ts'

/** What a search asks for, whether an address says it or a posted form. */
export const askedBy = (read: (name: string) => string | undefined): Asked => ({
  q: (read('q') ?? '').trim().slice(0, 100),
  state: read('state') ?? '',
  procedure: read('procedure') ?? '',
  organ: read('organ') ?? '',
  overdue: read('overdue') === 'true',
})

/** The address of a search for words. */
export const addressOf = (asked: Asked, after: string | null): string =>
  withQuery(urls.queue('all'), { ...asked, overdue: asked.overdue ? 'true' : undefined, after })

/** What a search may be narrowed by. */
export async function choicesOf(store: Store): Promise<Choices> {
  const states = editions.flatMap(({ states }) => Object.entries(states))
  const { organs } = await listChoices(store)
  return {
    states: [...new Map(states).entries()].map(([value, { title }]) => ({ value, label: title })),
    procedures: [...new Map(editions.map(({ id, title }) => [id, title]))].map(([value, label]) => ({ value, label })),
    organs,
  }
}

/** One Chinese character alone is not indexed: better said than a list that looks empty. */
export const hintOn = (q: string): Text | undefined =>
  grams(q).some(gram => /^\p{Script=Han}$/u.test(gram))
    ? {
        zh: '单独一个字查不到内容，请输入两个字以上',
        en: 'One character alone is not found in texts; enter two or more',
      }
    : undefined
