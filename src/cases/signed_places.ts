import type { Actor } from '../accounts/actor.ts'
import { visibleTo } from '../accounts/visible.ts'
import type { Store } from '../db/open.ts'
import { personalRoles } from '../procedures/procedure.ts'
import { grams } from './grams.ts'
import { isPast, WINDOW } from './places.ts'
import type { Place } from './places.ts'
import { tellStory } from './story.ts'
import { findCase } from './view.ts'

/**
 * What the actor signed or is asked to sign, newest first; with words, only where these are in what signers are told: a
 * search must not confirm what officials wrote.
 */
export async function placesSigned(store: Store, actor: Actor, q: string, after: Place | undefined): Promise<Place[]> {
  const words = grams(q)
  const places = await store.reader
    .selectFrom('cases')
    .select(['received_at as key', 'number'])
    .where(visibleTo(actor))
    .where('number', 'in', of =>
      of
        .selectFrom('assignments')
        .select('assignments.case_number')
        .where('assignments.person', '=', actor.id)
        .where('assignments.role', 'in', [...personalRoles])
        .where('assignments.is_open', '=', 1),
    )
    .$if(words.length > 0, query => query.where(eb => store.dialect.matchesWords(eb.ref('cases.number'), words)))
    .$if(after !== undefined, query => query.where(isPast('received_at', 'number', '<', after)))
    .orderBy('received_at', 'desc')
    .orderBy('number', 'desc')
    .limit(WINDOW)
    .execute()
  if (words.length === 0) return places
  const tell = await Promise.all(places.map(({ number }) => holds(store, actor, number, words)))
  return places.filter((_, i) => tell[i])
}

/** Is every word in what is told to those who signed? */
async function holds(store: Store, actor: Actor, number: string, words: readonly string[]): Promise<boolean> {
  const view = await findCase(store.reader, actor, number)
  if (!view) return false
  const steps = await tellStory(store, view, 'signer')
  const told = steps.flatMap(step => step.words.map(({ text }) => text))
  const known = grams([number, view.row.label ?? '', ...told].join('\n'))
  return words.every(word => known.includes(word))
}
