import { z } from 'zod'
import type { Field } from '../procedures/fields.ts'
import type { Act, Procedure } from '../procedures/procedure.ts'
import { oneOrMore } from '../procedures/procedure.ts'
import { fieldOf } from '../procedures/read_form.ts'
import { editions } from '../procedures/registry.ts'
import * as shapes from './api_shapes.ts'
import { urls } from './urls.ts'

/** The API's description (OpenAPI 3.1), made from what parses its requests and from the procedures' own forms. */
export function describeApi() {
  const acts = latest().flatMap(actsOf)
  return {
    openapi: '3.1.1',
    info: { title: '办结 banjie', version: '1', description: about },
    servers: [{ url: '/' }],
    security: [{ token: [] }],
    paths: paths(acts),
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: { ...schemas(acts), ...Object.fromEntries(acts.map(each => [each.name, inputOf(each.spec)])) },
    },
  }
}

type Named = { name: string; act: string; spec: Act; procedure: Procedure }

/** The last edition of each procedure. */
const latest = (): Procedure[] => [...new Map(editions.map(edition => [edition.id, edition])).values()]

/** The acts people do; what the clockwork does is nobody's request. */
const actsOf = (procedure: Procedure): Named[] =>
  Object.entries(procedure.acts)
    .filter(([, spec]) => oneOrMore(spec.by).some(role => role !== 'system'))
    .map(([act, spec]) => ({ name: `${procedure.id}.${act}`, act, spec, procedure }))

// prettier-ignore
function paths(acts: readonly Named[]) {
  const numbers = [inPath('number', { type: 'string' })]
  const actWords = [...new Set(acts.filter(({ spec }) => spec.from !== 'start').map(({ act }) => act))]
  return {
    [template(urls.api.openapi.pattern)]: { get: { ...operation('describe', 'This description', { 200: answer('The description', { type: 'object' }) }), security: [] } },
    [template(urls.api.cases.pattern)]: {
      get: { ...operation('listCases', 'Cases you may see, newest first', { 200: answer('A page of cases', ref('List')), ...errors(401, 422, 429) }), parameters: inQueries(shapes.listQuery) },
      post: { ...operation('fileCase', 'Files a case', { 201: answer('Filed', ref('Filed')), ...errors(400, 401, 403, 413, 422, 429) }), parameters: [idempotency, lang], requestBody: json(ref('NewCase')) },
    },
    [template(urls.api.case.pattern)]: {
      get: { ...operation('readCase', 'A case with its clocks and its log', { 200: answer('The case', ref('Case')), ...errors(401, 404, 429) }), parameters: [...numbers, lang] },
    },
    [template(urls.api.act.pattern)]: {
      post: { ...operation('act', 'Does an act on a case', { 200: answer('The case after it; only its number and version where you no longer see it', { anyOf: [ref('Case'), ref('Left')] }), ...errors(400, 401, 403, 404, 409, 413, 422, 429) }), parameters: [...numbers, inPath('act', { type: 'string', enum: actWords }), lang], requestBody: json(ref('Act')) },
    },
    [template(urls.api.report.pattern)]: {
      get: { ...operation('readReport', 'A report with its formulas', { 200: answer('The report', ref('Report')), ...errors(401, 404, 422, 429, 503) }), parameters: [inPath('slug', { type: 'string' }), ...inQueries(shapes.reportQuery)] },
    },
  }
}

function schemas(acts: readonly Named[]) {
  const openings = acts.filter(({ spec }) => spec.from === 'start')
  const inputs = acts.filter(({ spec }) => spec.from !== 'start' && spec.form)
  const anyOf = openings.map(({ procedure, act, spec, name }) => ({
    title: `${procedure.title.en}: ${spec.title.en}`,
    properties: { procedure: { const: procedure.id }, act: { const: act }, input: ref(name) },
  }))
  return {
    NewCase: { ...schemaOf(shapes.newCaseShape), anyOf },
    Act: withInput(schemaOf(shapes.actShape), { anyOf: [{ type: 'object' }, ...inputs.map(({ name }) => ref(name))] }),
    Filed: schemaOf(shapes.filedShape),
    Case: schemaOf(shapes.caseShape),
    Left: schemaOf(shapes.leftShape),
    List: schemaOf(shapes.listShape),
    Report: schemaOf(shapes.reportShape),
    Error: schemaOf(shapes.errorShape),
  }
}

const withInput = (schema: ReturnType<typeof schemaOf>, input: object) => ({
  ...schema,
  properties: { ...schema.properties, input },
})

const inputOf = (spec: Act) => ({
  title: `${spec.title.en} ${spec.title.zh}`,
  ...(spec.form ? schemaOf(z.object(askedOf(spec))) : { type: 'object' }),
  additionalProperties: false,
})

/** What may be sent: never what the case itself gives; what only a local rule asks for is optional. */
const askedOf = (spec: Act): Record<string, z.core.$ZodType> =>
  Object.fromEntries(
    Object.entries({ ...spec.form?.shape, ...otherFields(spec) }).filter(
      ([, schema]) => fieldOf(schema)?.kind !== 'given',
    ),
  )

const otherFields = (spec: Act) =>
  Object.fromEntries(
    Object.values(spec.forms?.of ?? {}).flatMap(form =>
      Object.entries(form.shape).flatMap(([name, schema]) =>
        Object.hasOwn(spec.form?.shape ?? {}, name) ? [] : [[name, z.optional(schema)] as const],
      ),
    ),
  )

/** What a caller sends, with each field's label as its title. */
function schemaOf(shape: z.ZodType) {
  const { $schema, ...schema } = z.toJSONSchema(shape, { io: 'input', unrepresentable: 'any', override: labelled })
  return schema
}

function labelled({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  const field = fieldOf(zodSchema)
  if (field) jsonSchema.title = `${field.label.en} ${field.label.zh}`
  const about = [field?.hint?.en, field && idOf(field)].filter(said => said !== undefined)
  if (about.length > 0) jsonSchema.description = about.join('. ')
}

/** Whose id a field holds, where the name alone does not say. */
function idOf({ kind, among, keep, of, list }: Field): string | undefined {
  if (kind === 'leader') return 'Id of a person with the role leader'
  if (kind === 'people') return 'Ids of people who may sign such a matter'
  if (kind === 'parts') return `Ids of open parts of the case: ${of?.roles.join(', ')}`
  if (kind === 'listed') return `A code of the session’s list “${list}”`
  if (kind === 'act') return 'An act that was done in this case'
  if (kind === 'id' && keep === 'nowhere') return 'Compared and not kept'
  if (among === 'below') return 'Id or name of an organ below your own'
  if (among === 'offices') return 'Id or name of another petition office'
  if (among === 'streets') return 'Id or name of a street or township'
  return kind === 'organ' ? 'Id or name of an organ' : undefined
}

/** `/cases/:number` as `/cases/{number}`. */
const template = (pattern: string) => pattern.replaceAll(/:(\w+)/g, '{$1}')
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (schema: object) => ({ required: true, content: { 'application/json': { schema } } })
const answer = (description: string, schema: object) => ({ description, content: { 'application/json': { schema } } })
const operation = (operationId: string, summary: string, responses: object) => ({ operationId, summary, responses })
const inPath = (name: string, schema: object) => ({ name, in: 'path', required: true, schema })
const inQuery = (name: string, schema: object) => ({ name, in: 'query', schema })
const errors = (...statuses: (keyof typeof meanings)[]) =>
  Object.fromEntries(statuses.map(status => [status, answer(meanings[status], ref('Error'))]))

const meanings = {
  400: 'Not JSON',
  401: 'The token is missing, wrong or revoked',
  403: 'Refused: why, and under which article',
  404: 'Absent, or not yours to see',
  409: 'Someone acted first: what they did',
  413: 'Too much was sent',
  422: 'Some fields need correcting: which, and how',
  429: 'Too many requests; wait as Retry-After says',
  503: 'A batch of records is being written, so figures are not certain yet; wait as Retry-After says',
} as const

const lang = { ...inQuery('lang', { enum: ['zh', 'en'], default: 'zh' }), description: 'Language of texts' }
const idempotency = {
  name: 'Idempotency-Key',
  in: 'header',
  description: 'The same key with the same body gets the same answer and files nothing twice',
  schema: { type: 'string', maxLength: 200 },
}
const inQueries = (shape: z.ZodObject) =>
  Object.entries(shape.shape).map(([name, member]) => inQuery(name, schemaOf(member)))

const about =
  'Petitions, deputies’ suggestions, CPPCC proposals and service requests of a district, from intake to closure. ' +
  'Days are Asia/Shanghai, instants UTC. What a caller may not see is absent.'
