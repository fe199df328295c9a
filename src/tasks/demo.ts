import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openStore } from '../db/open.ts'
import type { Store } from '../db/open.ts'
import { urls } from '../http/urls.ts'
import { edition } from '../procedures/registry.ts'
import { isRole, roles } from '../procedures/roles.ts'
import { startServer } from '../server.ts'
import { clockOf } from './clock.ts'
import { CannotDo, say } from './command.ts'
import type { Command } from './command.ts'
import { buildDemo, demoPassword } from './demo/build.ts'
import { demoCast } from './demo/cast.ts'
import { motionOrgans } from './demo/motions/organs.ts'
import { demoDeputies, demoMembers, motionOfficials } from './demo/motions/people.ts'
import type { MotionPerson } from './demo/motions/people.ts'
import { demoOrgans } from './demo/organs.ts'
import type { Filed } from './demo/play.ts'
import { configOf } from './store.ts'

/** A district with a year of cases in a database that is gone when the demo ends. */
export const command: Command = {
  usage: 'demo',
  run: async (args, env) => {
    parseArgs({ args, options: {} })
    const dataDir = mkdtempSync(join(tmpdir(), 'banjie-demo-'))
    const config = { ...configOf({ PORT: env['PORT'], HOST: env['HOST'] }), dataDir }
    try {
      const store = await openStore(config)
      say('正在准备望江区一年的事项，请稍候 …  Preparing a year of cases …')
      const { filed } = await buildDemo(store, { until: clockOf(store).now() })
      const running = await startServer(store, config).catch(async (error: unknown) => {
        await store.close()
        throw new CannotDo(`PORT, HOST: cannot listen on ${config.host}:${config.port}: ${String(error)}`)
      })
      for (const line of await introduction(store, running.url, filed)) say(line)
      await interrupted()
      await running.stop()
    } finally {
      rmSync(dataDir, { recursive: true, force: true })
    }
    return 0
  },
}

async function introduction(store: Store, url: string, filed: readonly Filed[]): Promise<string[]> {
  return [
    '',
    `望江区 Wangjiang District   ${url}`,
    '',
    `登录 Sign in at ${url}${urls.login()}，口令都是 everyone’s password is: ${demoPassword}`,
    ...accounts(),
    '其他承办单位 other organs: handler.<organ> 承办人, director.<organ> 负责人, 例如 such as handler.health-bureau',
    '',
    '人大代表、政协委员（* 召集人） Deputies and CPPCC members (* convenes them):',
    ...signers(),
    `办结进度 Progress ${url}${urls.progress()}   公开的答复 Published answers ${url}${urls.published()}`,
    '',
    `群众查询 Citizens track at ${url}${urls.track()}，编号和查询码 number and query code:`,
    ...(await tracked(store, filed)),
    '',
    '按 Ctrl+C 结束，全部数据随之删除。 Ctrl+C ends the demo and deletes everything.',
  ]
}

/** The cast by role, in the order of the roles. */
function accounts(): string[] {
  return Object.keys(roles)
    .filter(isRole)
    .flatMap(role =>
      [...demoCast, ...motionOfficials]
        .filter(seat => seat.roles.some(word => word === role))
        .map(seat => {
          const organ = demoOrgans.find(({ id }) => id === seat.organ)
          const title = `${roles[role].title.zh} ${roles[role].title.en}`
          return `  ${seat.login.padEnd(10)} ${seat.name}  ${title}，${organ?.zh ?? ''}`
        }),
    )
}

/** A line for each body of deputies or members. */
const signers = (): string[] =>
  motionOrgans.map(({ id, zh }) => {
    const people: readonly MotionPerson[] = [...demoDeputies, ...demoMembers]
    const names = people
      .filter(({ organ }) => organ === id)
      .map(({ login, name, roles }) => `${login}${roles.includes('convener') ? '*' : ''} ${name}`)
    return `  ${zh}: ${names.join('  ')}`
  })

/** One case in each state that a citizen can do something about, and one that is closed. */
async function tracked(store: Store, filed: readonly Filed[]): Promise<string[]> {
  const rows = await store.reader
    .selectFrom('cases')
    .select(['number', 'state', 'procedure', 'procedure_version'])
    .where('restricted', '=', 0)
    .where('procedure', '=', 'petition')
    .orderBy('received_at', 'desc')
    .execute()
  return ['handling', 'served', 'reviewServed', 'closed', 'concluded'].flatMap(state => {
    const row = rows.find(row => row.state === state)
    const its = filed.find(({ number }) => number === row?.number)
    if (!row || !its) return []
    const title = edition(row.procedure, row.procedure_version).states[state]?.title
    return [
      `  ${its.number}  ${its.queryCode}  ${its.petitioner}《${its.title}》 ${title?.zh ?? ''} ${title?.en ?? ''}`,
    ]
  })
}

/** Until someone presses Ctrl+C, or the machine asks it to stop. */
const interrupted = () =>
  new Promise<void>(resolve => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => resolve())
  })
