import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Store } from '../db/open.ts'
import type { Lang, Text } from '../law/words.ts'
import { renderCsv } from '../reports/csv.ts'
import { draw } from '../reports/draw.ts'
import { renderJson } from '../reports/json.ts'
import { readAsked } from '../reports/read.ts'
import { reportNamed, reports } from '../reports/registry.ts'
import type { Asked } from '../reports/report.ts'
import { clockOf } from './clock.ts'
import { WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'

/** A report to a file or to stdout. */
export const command: Command = {
  usage:
    'report <slug> --month YYYY-MM [--procedure KIND] [--organ NAME] [--through DAY] [--as-of INSTANT] [--lang zh|en] --format json|csv [--out FILE]',
  run: async (args, env) => {
    const { out, ...options } = readOptions(args)
    const rendered = await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      return report(store, clock.now(), options)
    })
    if ('problem' in rendered) throw new WrongUsage(rendered.problem)
    await (out === undefined ? written(rendered.ok) : writeFile(out, rendered.ok))
    return 0
  },
}

export type ReportOptions = { slug: string; lang: Lang; format: 'json' | 'csv'; asked: Asked }

/** The bytes of a report: the same for the same log, whichever database holds it. */
export async function report(
  store: Store,
  now: string,
  { slug, lang, format, asked }: ReportOptions,
): Promise<{ ok: string } | { problem: string }> {
  const kind = reportNamed(slug)
  if (!kind) return { problem: `there is no report “${slug}”; there is ${reports.map(({ slug }) => slug).join(', ')}` }
  const read = await readAsked(store.reader, kind, asked, now)
  if ('errors' in read) return { problem: sayErrors(read.errors, lang) }
  const { report: drawn } = await draw(store, read.ok)
  return { ok: format === 'json' ? renderJson(drawn) : renderCsv(drawn, lang) }
}

function readOptions(args: string[]): ReportOptions & { out: string | undefined } {
  const text = { type: 'string' } as const
  const options = {
    month: text,
    procedure: text,
    organ: text,
    through: text,
    'as-of': text,
    lang: text,
    format: text,
    out: text,
  }
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
  const [slug] = positionals
  if (slug === undefined || positionals.length > 1) throw new WrongUsage('name one report, such as monthly-closure')
  if (values.month === undefined) throw new WrongUsage('--month is missing, such as --month 2026-04')
  const { month, through, organ, procedure, out } = values
  const asked = { month, through, organ, procedure, asOf: values['as-of'] }
  return { slug, lang: langOf(values.lang), format: formatOf(values.format), asked, out }
}

function formatOf(format: string | undefined): 'json' | 'csv' {
  if (format === 'json' || format === 'csv') return format
  if (format === 'xlsx' || format === 'docx')
    throw new WrongUsage(`--format ${format} comes in a later release; use json or csv`)
  throw new WrongUsage(
    format === undefined ? '--format is missing: json or csv' : `--format ${format} is not json or csv`,
  )
}

function langOf(lang: string | undefined): Lang {
  if (lang === undefined || lang === 'zh' || lang === 'en') return lang ?? 'zh'
  throw new WrongUsage(`--lang ${lang} is not zh or en`)
}

const flags: Readonly<Record<string, string>> = { asOf: 'as-of' }

const sayErrors = (errors: Readonly<Record<string, readonly Text[]>>, lang: Lang) =>
  Object.entries(errors)
    .map(([name, texts]) => `--${flags[name] ?? name}: ${texts.map(text => text[lang]).join('; ')}`)
    .join('\n')

/** A pipe that is slower than we are gets everything before the process ends. */
const written = (text: string) =>
  new Promise<void>((resolve, reject) => process.stdout.write(text, error => (error ? reject(error) : resolve())))
