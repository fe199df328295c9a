import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import type { Encoding } from '../imports/decode.ts'
import { parseProcedure } from '../imports/cells.ts'
import { loadLedger } from '../imports/load.ts'
import type { Loaded } from '../imports/load.ts'
import type { Format } from '../imports/read.ts'
import { clockOf } from './clock.ts'
import { CannotDo, complain, say, WrongUsage } from './command.ts'
import type { Command } from './command.ts'
import { withStore } from './store.ts'

/** Loads a ledger, all or nothing; exit code 1 where a row was rejected. */
export const command: Command = {
  usage:
    'import <ledger.csv|.xlsx|.jsonl> [--procedure KIND] [--encoding auto|utf-8|gb18030] [--create-organs] [--dry-run] [--json]',
  run: async (args, env) => {
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options })
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw new WrongUsage('name one ledger')
    const order = {
      format: formatOf(file),
      encoding: encodingOf(values.encoding ?? 'auto'),
      ...(values.procedure !== undefined && { procedure: procedureOf(values.procedure) }),
      createOrgans: values['create-organs'] === true,
      dryRun: values['dry-run'] === true,
    }
    const bytes = await bytesOf(file)
    const loaded = await withStore(env, async store => {
      const clock = clockOf(store)
      await clock.measure()
      return loadLedger(store, { ...order, bytes, now: clock.now() })
    })
    if (values.json) say(JSON.stringify(asJson(loaded)))
    else tell(loaded, order.dryRun)
    return loaded.rejected.length > 0 ? 1 : 0
  },
}

const options = {
  procedure: { type: 'string' },
  encoding: { type: 'string' },
  'create-organs': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
} as const

function formatOf(file: string): Format {
  const ending = extname(file).toLowerCase()
  if (ending === '.csv' || ending === '.xlsx' || ending === '.jsonl') return formats[ending]
  throw new WrongUsage('a ledger ends in .csv, .xlsx or .jsonl')
}

const formats = { '.csv': 'csv', '.xlsx': 'xlsx', '.jsonl': 'jsonl' } as const

function encodingOf(word: string): Encoding {
  const known = word.toLowerCase()
  if (known === 'auto' || known === 'utf-8' || known === 'gb18030') return known
  throw new WrongUsage(`there is no encoding “${word}”; there are auto, utf-8 and gb18030`)
}

function procedureOf(word: string) {
  const parsed = parseProcedure(word)
  if ('ok' in parsed) return parsed.ok
  throw new WrongUsage(`--procedure ${word}: ${parsed.problem.en}`)
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    throw new CannotDo(`${file} cannot be read: ${error instanceof Error ? error.message : error}`, { cause: error })
  }
}

const asJson = ({ rows, imported, skipped, rejected }: Loaded) => ({
  rows,
  imported,
  skipped,
  rejected: rejected.map(({ row, column, value, problem }) => ({ row, column, value, problem: problem.zh })),
})

function tell({ rows, imported, skipped, rejected }: Loaded, isDryRun: boolean): void {
  for (const { row, column, value, problem } of rejected) {
    const place = row === 0 ? '整个文件' : `第${row}行${column === '' ? '' : `“${column}”`}`
    complain(`${place}：${problem.zh}${value === '' ? '' : `（${JSON.stringify(value)}）`}`)
  }
  if (rejected.length > 0) complain(`共${rows}行，有${rejected.length}处问题，一行也没有导入。改正后请重新导入。`)
  else if (isDryRun) say(`试运行：共${rows}行，可导入${imported}行，已导入过${skipped}行，没有写入。`)
  else say(`共${rows}行，导入${imported}行，跳过已导入过的${skipped}行。`)
}
