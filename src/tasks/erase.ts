import { parseArgs } from 'node:util'
import { system } from '../accounts/actor.ts'
import { erase } from '../cases/erase.ts'
import type { ErasureAsked } from '../cases/erase.ts'
import { addToList, listIn } from '../cases/erasure_list.ts'
import { scrubNow } from '../cases/erasure_scrub.ts'
import { clockOf } from './clock.ts'
import { CannotDo, complain, say, WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'

/** Erases a person; no figure changes. */
export const command: Command = {
  usage: 'erase (--case NUMBER | --party ID) --reason TEXT [--words | --keep-words]',
  run: async (args, env) => {
    const asked = readOptions(args)
    return withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      const erased = await erase(store, { ...asked, actor: system, now: clock.now() }, erasure =>
        addToList(listIn(store.dataDir), [erasure]),
      )
      if (erased.outcome === 'absent') throw new CannotDo('there is no such case or person')
      if (erased.outcome === 'refused') throw new CannotDo(`${erased.because.zh} ${erased.because.en}`)
      const { number, parties, words } = erased.erasure
      say(`${number}: ${parties.length} persons erased${words ? ', with its texts and files' : ''}`)
      if (erased.alsoIn.length > 0) say(`the same identity number or telephone is in ${erased.alsoIn.join(', ')}`)
      say(`older copies: destroy their files of keys, and keep ${listIn(store.dataDir)} for whoever restores one`)
      if (await scrubNow(store, erased.job, clock.now())) return 0
      complain('a reader holds on to older pages: a running server tries again every minute until they are cleared')
      return 1
    })
  },
}

function readOptions(args: string[]): Omit<ErasureAsked, 'actor' | 'now'> {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const
  const options = { case: text, party: text, reason: text, words: flag, 'keep-words': flag }
  const { values } = parseArgs({ args, options })
  const { case: number, party, reason, words, 'keep-words': keeps } = values
  if ((number === undefined) === (party === undefined)) throw new WrongUsage('name a case or a party, and not both')
  if (!reason?.trim()) throw new WrongUsage('--reason is missing: say why, without naming the person')
  if (words && keeps) throw new WrongUsage('--words and --keep-words exclude each other')
  return {
    of: number === undefined ? { party: party ?? '' } : { number },
    words: words ? 'destroy' : keeps ? 'keep' : undefined,
    reason: reason.trim(),
  }
}
