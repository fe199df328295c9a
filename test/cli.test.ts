import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { command, startProcess } from './support/server.ts'

const secretKey = 'test-secret-key-of-more-than-32-characters'
const fresh = () => ({
  dataDir: join(mkdtempSync(join(tmpdir(), 'banjie-cli-')), 'data'),
  secretKey,
  databaseUrl: undefined,
})

test('due counts by the law as released on a machine without a database, and makes none', async () => {
  const place = fresh()
  const { code, stdout } = await command(place, 'due', 'petition.handling', '2026-01-10', '--json')
  const counted: { trace: object[] } = JSON.parse(stdout)
  expect(code).toBe(0)
  expect(counted).toMatchObject({
    procedure: 'petition',
    deadline: 'handling',
    start: '2026-01-10',
    raw: '2026-03-11',
    due: '2026-03-11',
    provisional: false,
    article: '信访工作条例 第三十四条',
  })
  expect(Object.keys(counted).sort()).toEqual(
    ['procedure', 'deadline', 'start', 'raw', 'due', 'provisional', 'article', 'trace'].sort(),
  )
  expect(counted.trace).toHaveLength(60)
  expect(counted.trace[0]).toEqual({ day: '2026-01-11', counted: true, reason: expect.stringContaining('自然日') })
  expect(readdirSync(join(place.dataDir, '..'))).toEqual([])
})

test('due in working days skips rest and has no raw day', async () => {
  const { stdout } = await command(fresh(), 'due', 'petition.objection', '2026-09-29', '--json')
  expect(JSON.parse(stdout)).toMatchObject({ raw: null, due: '2026-10-12' })
})

test.each([
  [['due', 'petition.handling']],
  [['due', 'petition.nothing', '2026-01-10']],
  [['due', 'petition.handling', 'yesterday']],
  [['due', 'petition.handling', '2026-01-10', '--nonsense']],
  [['nonsense']],
  [[]],
  [['user', 'remove']],
  [['sweep', 'more']],
  [['backup']],
  [['restore', 'a', 'b']],
  [['erase', '--case', 'XF1']],
])('%j is wrong usage: exit code 2, usage on stderr', async args => {
  const { code, stdout, stderr } = await command(fresh(), ...args)
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('usage: banjie')
})

test('a malformed environment is one line that names it', async () => {
  const { code, stderr } = await command({ ...fresh(), databaseUrl: 'mysql://x' }, 'serve')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^banjie serve: DATABASE_URL: [^\n]+\n$/)
})

test('serve answers on an empty database, and ends when asked', async () => {
  const server = await startProcess(fresh())
  const answer = await fetch(`${server.url}/readyz`)
  expect(await answer.json()).toEqual({ status: 'ok' })
  expect(await server.stop()).toBe(0)
})

test('the log names the route and never the address, the query or the sender', async () => {
  const server = await startProcess(fresh())
  await fetch(`${server.url}/cases/XF20260105-000001?q=王芳`, { redirect: 'manual' })
  await fetch(`${server.url}/nowhere/13800000012`)
  await server.stop()
  const requests = server.lines.filter(line => line.includes('"route"')).map(line => JSON.parse(line))
  expect(requests).toMatchObject([
    { method: 'GET', route: '/cases/:number', status: 303 },
    { method: 'GET', route: '', status: 404 },
  ])
  expect(Object.keys(requests[0])).toEqual(['at', 'method', 'route', 'status', 'ms'])
  expect(server.lines.join()).not.toMatch(/XF2026|13800000012|%E7/)
})

test('an empty house is given one link to furnish it', async () => {
  const server = await startProcess(fresh())
  await server.stop()
  expect(server.lines.filter(line => line.includes('/setup/'))).toHaveLength(1)
})
