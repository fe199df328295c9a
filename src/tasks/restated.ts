import { writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Store } from '../db/open.ts'
import type { Lang } from '../law/words.ts'
import { monthlyClosure } from '../reports/monthly_closure.ts'
import { readRestating } from '../reports/restated_asked.ts'
import type { AskedAgainst } from '../reports/restated_asked.ts'
import { drawRestated } from '../reports/restated_list.ts'
import { renderRestated } from '../reports/restated_text.ts'
import { clockOf } from './clock.ts'
import { WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { langOf, sayErrors } from './report.ts'
import { withStore } from './store.ts'

/** What a month reads differently at a later instant, to a file or to stdout: by default since it was closed. */
export const command: Command = {
  usage:
    'restated --month YYYY-MM [--as-of INSTANT] [--against INSTANT] [--procedure KIND] [--through DAY] [--lang zh|en] --format json|csv [--out FILE]',
  run: async (args, env) => {
    const { out, ...options } = readOptions(args)
    const drawn = await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      return restated(store, clock.now(), options)
    })
    if ('problem' in drawn) throw new WrongUsage(drawn.problem)
    if (out === undefined) await pipeline([drawn.ok], process.stdout, { end: false })
    else await writeFile(out, drawn.ok)
    return 0
  },
}

type Options = { asked: AskedAgainst; lang: Lang; format: 'json' | 'csv' }

/** The text of a list: the same for the same log, whichever database holds it. */
export async function restated(
  store: Store,
  now: string,
  { asked, lang, format }: Options,
): Promise<{ ok: string } | { problem: string }> {
  const read = await readRestating(store.reader, monthlyClosure, asked, now)
  if ('errors' in read) return { problem: sayErrors(read.errors, lang) }
  return { ok: renderRestated(await drawRestated(store, null, read.ok), format, lang) }
}

function readOptions(args: string[]): Options & { out: string | undefined } {
  const text = { type: 'string' } as const
  const names = { month: text, 'as-of': text, against: text, procedure: text, through: text, lang: text, format: text }
  const { month, against, procedure, through, lang, format, out, ...values } = parseArgs({
    args,
    options: { ...names, out: text },
  }).values
  if (month === undefined) throw new WrongUsage('--month is missing, such as --month 2026-04')
  if (format !== 'json' && format !== 'csv') throw new WrongUsage('--format is json or csv')
  const asked = { month, against, procedure, through, asOf: values['as-of'] }
  return { asked, lang: langOf(lang), format, out }
}
