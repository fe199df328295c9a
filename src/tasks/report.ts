import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Store } from '../db/open.ts'
import type { ReportFormat } from '../http/urls.ts'
import type { Lang, Text } from '../law/words.ts'
import { draw } from '../reports/draw.ts'
import type { Drawing } from '../reports/drawing.ts'
import { formats, renderText, streamReport, writeReport } from '../reports/formats.ts'
import type { Rendering } from '../reports/formats.ts'
import { readAsked } from '../reports/read.ts'
import { reportNamed, reports } from '../reports/registry.ts'
import type { Asked, PeriodKind } from '../reports/report.ts'
import { clockOf } from './clock.ts'
import { WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'

/** A report to a file or to stdout. Who runs it has the database itself: a workbook lists the cases of every figure. */
export const command: Command = {
  usage:
    'report <slug> --month YYYY-MM | --year YYYY | --session ID [--procedure KIND] [--organ NAME] [--through DAY] [--as-of INSTANT] [--lang zh|en] --format json|csv|xlsx|docx [--out FILE]',
  run: async (args, env) => {
    const { out, ...options } = readOptions(args)
    const problem = await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      const read = await drawingOf(store, clock.now(), options)
      if ('problem' in read) return read.problem
      const rendering: Rendering = { format: options.format, lang: options.lang, reader: 'everything' }
      await (out === undefined ? toStdout(store, read.ok, rendering) : writeReport(store, read.ok, rendering, out))
      return undefined
    })
    if (problem !== undefined) throw new WrongUsage(problem)
    return 0
  },
}

export type ReportOptions = { slug: string; lang: Lang; format: ReportFormat; asked: Asked }

/** The text of a report: the same for the same log, whichever database holds it. */
export async function report(
  store: Store,
  now: string,
  { format, ...options }: ReportOptions & { format: 'json' | 'csv' },
): Promise<{ ok: string } | { problem: string }> {
  const read = await drawingOf(store, now, options)
  if ('problem' in read) return read
  const { report: drawn } = await draw(store, read.ok)
  return { ok: renderText(drawn, format, options.lang) }
}

/** What was asked for, or one line that says what is wrong with it. */
export async function drawingOf(
  store: Store,
  now: string,
  { slug, lang, asked }: Omit<ReportOptions, 'format'>,
): Promise<{ ok: Drawing } | { problem: string }> {
  const kind = reportNamed(slug)
  if (!kind) return { problem: `there is no report “${slug}”; there is ${reports.map(({ slug }) => slug).join(', ')}` }
  const read = await readAsked(store.reader, kind, asked, now)
  return 'errors' in read ? { problem: sayErrors(read.errors, lang) } : read
}

function readOptions(args: string[]): ReportOptions & { out: string | undefined } {
  const text = { type: 'string' } as const
  const options = {
    month: text,
    year: text,
    session: text,
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
  missing(slug, values)
  const { month, year, session, through, organ, procedure, out } = values
  const asked = { month, year, session, through, organ, procedure, asOf: values['as-of'] }
  return { slug, lang: langOf(values.lang), format: formatOf(values.format), asked, out }
}

/** A report asks for its own kind of period and for no other. */
function missing(slug: string, asked: Asked): void {
  const period = reportNamed(slug)?.period
  if (period === undefined) return
  if (asked[period] === undefined) throw new WrongUsage(`--${period} is missing, such as ${examples[period]}`)
  const other = periods.find(kind => kind !== period && asked[kind] !== undefined)
  if (other !== undefined) throw new WrongUsage(`${slug} is asked for by --${period}, not by --${other}`)
}

const examples = {
  month: '--month 2026-04',
  year: '--year 2026',
  session: '--session congress-18-5',
} satisfies Record<PeriodKind, string>

const periods = ['month', 'year', 'session'] as const satisfies readonly PeriodKind[]

function formatOf(word: string | undefined): ReportFormat {
  const format = formats.find(format => format === word)
  if (format !== undefined) return format
  const known = `${formats.slice(0, -1).join(', ')} or ${formats.at(-1)}`
  throw new WrongUsage(word === undefined ? `--format is missing: ${known}` : `--format ${word} is not ${known}`)
}

export function langOf(lang: string | undefined): Lang {
  if (lang === undefined || lang === 'zh' || lang === 'en') return lang ?? 'zh'
  throw new WrongUsage(`--lang ${lang} is not zh or en`)
}

const flags: Readonly<Record<string, string>> = { asOf: 'as-of' }

export const sayErrors = (errors: Readonly<Record<string, readonly Text[]>>, lang: Lang) =>
  Object.entries(errors)
    .map(([name, texts]) => `--${flags[name] ?? name}: ${texts.map(text => text[lang]).join('; ')}`)
    .join('\n')

/** A pipe that is slower than we are gets everything before the process ends. */
async function toStdout(store: Store, drawing: Drawing, rendering: Rendering): Promise<void> {
  const { bytes } = await streamReport(store, drawing, rendering)
  await pipeline(bytes, process.stdout, { end: false })
}
