import { expect, test } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { describeApi } from '../../src/http/openapi.ts'
import { shapeOf } from '../../src/procedures/procedure.ts'
import { fieldsIn } from '../../src/procedures/read_form.ts'
import { editions } from '../../src/procedures/registry.ts'
import { onBoth } from '../support/db.ts'

const text = JSON.stringify(describeApi())
const described: Record<string, unknown> = JSON.parse(text)

onBoth('the API’s description', open => {
  test('is public', async () => {
    const app = createApp({ store: await open() })
    const answer = await app.request('/api/v1/openapi.json')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual(described)
  })
})

test('it is OpenAPI 3.1 and names every address of the interface', () => {
  expect(described['openapi']).toMatch(/^3\.1\./)
  expect(Object.keys(describeApi().paths)).toEqual([
    '/api/v1/openapi.json',
    '/api/v1/cases',
    '/api/v1/cases/{number}',
    '/api/v1/cases/{number}/acts/{act}',
    '/api/v1/reports/{slug}',
  ])
})

test('every reference leads to a schema', () => {
  const schemas = Object.keys(describeApi().components.schemas)
  const named = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(named.filter(name => !schemas.includes(name ?? ''))).toEqual([])
  expect([...text.matchAll(/"\$ref":"(?!#\/components)/g)]).toEqual([])
})

test('every parameter of a path is declared, and every operation has a name of its own', () => {
  const operations = Object.entries(describeApi().paths).flatMap(([path, methods]) =>
    Object.values(methods).map(operation => ({ path, said: JSON.stringify(operation) })),
  )
  for (const { path, said } of operations)
    for (const [, name] of path.matchAll(/\{(\w+)\}/g)) expect(said).toContain(`"name":"${name}","in":"path"`)
  const names = operations.map(({ said }) => /"operationId":"(\w+)"/.exec(said)?.[1])
  expect(new Set(names).size).toBe(operations.length)
})

test('each act people do has its form, refusing what it does not know', () => {
  const schemas = new Map<string, object>(Object.entries(describeApi().components.schemas))
  for (const procedure of editions)
    for (const [act, spec] of Object.entries(procedure.acts).filter(([, spec]) => spec.by !== 'system')) {
      const schema = schemas.get(`${procedure.id}.${act}`)
      expect(schema, act).toMatchObject({ type: 'object', additionalProperties: false })
      const fields = schema && 'properties' in schema ? Object.keys(schema.properties ?? {}) : []
      expect(new Set(fields), act).toEqual(new Set(fieldsIn(shapeOf(spec)).map(({ name }) => name)))
    }
})

test('a field says its label in both languages', () => {
  expect(text).toContain('Facts and reasons 事实和理由')
})

test('what the case itself gives is not to be sent, and ids say whose they are', () => {
  const schemas = new Map<string, object>(Object.entries(describeApi().components.schemas))
  expect(JSON.stringify(schemas.get('petition.register'))).not.toContain('"channel"')
  expect(JSON.stringify(schemas.get('petition.putInCharge'))).toContain('Id of a person with the role leader')
  expect(text).toContain('Id or name of another petition office')
  expect(text).toContain('An act that was done in this case')
})
