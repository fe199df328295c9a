import { StillWriting } from './db/dialect.ts'
import { CannotDo, complain, say, WrongUsage } from './tasks/command.ts'
import type { Command, Env } from './tasks/command.ts'

/** Every command, loaded only when it is the one asked for. */
// prettier-ignore
const commands: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  serve:    () => import('./tasks/serve.ts'),
  demo:     () => import('./tasks/demo.ts'),
  migrate:  () => import('./tasks/migrate.ts'),
  user:     () => import('./tasks/user_command.ts'),
  token:    () => import('./tasks/token_command.ts'),
  due:      () => import('./tasks/due.ts'),
  import:   () => import('./tasks/import.ts'),
  report:   () => import('./tasks/report.ts'),
  restated: () => import('./tasks/restated.ts'),
  sweep:    () => import('./tasks/sweep_command.ts'),
  deliver:  () => import('./tasks/deliver_command.ts'),
  rebuild:  () => import('./tasks/rebuild_command.ts'),
  verify:   () => import('./tasks/verify_command.ts'),
  backup:   () => import('./tasks/backup_command.ts'),
  restore:  () => import('./tasks/restore_command.ts'),
  erase:    () => import('./tasks/erase.ts'),
}

/** The `banjie` command: exit code 0, 1 where it could not be done, 2 for wrong usage. */
export async function main(args: readonly string[], env: Env): Promise<0 | 1 | 2> {
  const [name = '', ...rest] = args
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return runOne(name, await load(), rest, env)
  if (['help', '--help', '-h'].includes(name)) {
    say(overview())
    return 0
  }
  complain(name === '' ? overview() : `banjie: there is no command “${name}”\n${overview()}`)
  return 2
}

async function runOne(name: string, { command }: { command: Command }, args: string[], env: Env): Promise<0 | 1 | 2> {
  if (args.includes('--help')) {
    say(`usage: banjie ${command.usage}`)
    return 0
  }
  try {
    return await command.run(args, env)
  } catch (error) {
    if (!isWrongUsage(error)) {
      const isPlain = error instanceof CannotDo || error instanceof StillWriting
      complain(`banjie ${name}: ${isPlain ? error.message : String(explained(error))}`)
      return 1
    }
    complain(`banjie ${name}: ${error.message}\nusage: banjie ${command.usage}`)
    return 2
  }
}

/** `parseArgs` throws its own errors where the line does not fit. */
const isWrongUsage = (error: unknown): error is Error =>
  error instanceof WrongUsage ||
  (error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('ERR_PARSE_ARGS'))

const explained = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : error)

const overview = () =>
  [
    'usage: banjie <command>',
    ...Object.keys(commands).map(name => `  ${name}`),
    '“banjie <command> --help” says more',
  ].join('\n')
