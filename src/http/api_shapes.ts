import { z } from 'zod'
import { channels } from '../procedures/petition/kinds.ts'
import { procedureIds } from '../procedures/registry.ts'

/** What the API reads and answers, once: requests are parsed with these, and the description is made from them. */
const day = z.iso.date()
const organ = z.string().describe('id of an organ')

export const newCaseShape = z.strictObject({
  procedure: z.string().refine(id => procedureIds().includes(id)),
  channel: z.string().refine(channel => Object.hasOwn(channels, channel)),
  act: z
    .string()
    .optional()
    .describe('which act opens it, where a procedure has several; by default the first you may do'),
  occurredOn: day.optional().describe('the legal day, when earlier than today'),
  lateReason: z.string().trim().min(1).max(2000).optional(),
  input: z.record(z.string(), z.unknown()),
})

export const actShape = z.strictObject({
  version: z
    .int()
    .min(1)
    .optional()
    .describe('the version you saw; acts that keep the state and give no part, and acts on a part, need none'),
  part: z.string().max(20).optional().describe('the part that is meant, where an act on a part could mean several'),
  occurredOn: day.optional(),
  lateReason: z.string().trim().min(1).max(2000).optional(),
  input: z.record(z.string(), z.unknown()).optional(),
})

export const deadlineShape = z.object({
  deadline: z.string(),
  round: z.int().describe('how many times this clock has started in this case'),
  owner: z.string().describe('the role it binds'),
  organ: organ.nullable(),
  start: day,
  raw: day.nullable().describe('the last day before it is moved past rest days; null for working days and hours'),
  due: day,
  met: day.nullable(),
  ended: day.nullable().describe('no longer matters since'),
  extended: z.string().nullable(),
  provisional: z.boolean().describe('a day that was counted lies in a year whose holidays are not announced'),
  article: z.string(),
})

export const eventShape = z.object({
  seq: z.int(),
  act: z.string(),
  title: z.string(),
  occurredOn: day,
  recordedAt: z.string(),
  actor: z.string().nullable().describe('null where who it was is not for you to know'),
  organ: organ.nullable(),
  input: z.record(z.string(), z.unknown()),
  origin: z.enum(['people', 'system', 'import']),
})

export const summaryShape = z.object({
  number: z.string(),
  state: z.string(),
  version: z.int(),
  deadlines: z.array(deadlineShape),
  acts: z.array(z.string()).describe('acts open to you now'),
})

export const filedShape = summaryShape.extend({
  queryCode: z
    .string()
    .optional()
    .describe(
      'for the petitioner; told once, kept as a hash. Suggestions and proposals have none: those who sign sign in',
    ),
})

const assignmentShape = z.object({
  id: z.string().describe('given back as `part` with an act on this part'),
  organ: organ.nullable().describe('null where it is kept who signed'),
  role: z.string(),
  state: z.string(),
  open: z.boolean(),
  since: day,
  sender: organ.nullable().describe('who gave it and hears back'),
  person: z.string().nullable().describe('the leader in charge, or who asked or signs'),
  due: day.nullable(),
  met: day.nullable(),
})

export const caseShape = summaryShape.extend({
  procedure: z.string(),
  procedureVersion: z.string(),
  kind: z.string().nullable(),
  route: z.string().nullable(),
  category: z.string().nullable(),
  place: z.string().nullable().describe('id of the street or township it is about'),
  channel: z.string(),
  label: z.string().nullable().describe('the number in its series of a session, of a suggestion or proposal'),
  session: z.string().nullable().describe('id of the session in whose batch it is counted'),
  office: organ,
  lead: organ.nullable(),
  receivedOn: day,
  endedOn: day.nullable(),
  confidential: z.boolean().describe('only the office may learn who filed it'),
  urgent: z.boolean(),
  assignments: z.array(assignmentShape),
  events: z.array(eventShape),
  queryCode: z.string().optional().describe('after `renewCode`: for the petitioner; told once, kept as a hash'),
})

/** What is told of an act that was done, to whoever no longer sees the case by it. */
export const leftShape = z.object({ number: z.string(), version: z.int() })

export const itemShape = z.object({
  number: z.string(),
  procedure: z.string(),
  state: z.string(),
  version: z.int(),
  kind: z.string().nullable(),
  office: organ,
  lead: organ.nullable(),
  receivedOn: day,
  nextDue: day.nullable(),
  overdue: z.boolean(),
})

export const listShape = z.object({
  items: z.array(itemShape),
  next: z.string().nullable().describe('give it back as `after` for the page that follows; null on the last'),
})

const lang = z.enum(['zh', 'en']).optional()

export const listQuery = z.strictObject({
  state: z.string().optional(),
  procedure: z.string().optional(),
  organ: z.string().optional().describe('an organ the case is or was with'),
  q: z.string().max(200).optional().describe('words of the matter or a case number; persons are not found by it'),
  overdue: z.enum(['true', 'false']).optional(),
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  lang,
})

export const reportQuery = z.strictObject({
  month: z.string().optional().describe('of a report of a month'),
  year: z.string().optional().describe('of a report of a year'),
  session: z.string().optional().describe('the id of a session, of a report of a session'),
  through: z.string().optional(),
  asOf: z.string().optional(),
  organ: z.string().optional(),
  procedure: z.string().optional(),
  lang,
})

export const errorShape = z.object({
  error: z.string(),
  article: z.string().optional(),
  refused: z.object({ reason: z.string(), article: z.string() }).optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
  overtaken: z.object({ act: z.string(), on: day, version: z.int(), isSelf: z.boolean() }).optional(),
})

const text = z.object({ zh: z.string(), en: z.string() })

const metricShape = z.object({
  id: z.string(),
  version: z.string(),
  title: text,
  numerator: z.int(),
  denominator: z.int().nullable().describe('null for a count'),
  rate: z.string().nullable().describe('two decimals, half up; null over nothing'),
  unit: z.enum(['件次', '批次', '人次']).describe('matters, batches of visitors, people who came: never added'),
  formula: text,
  basis: text,
})

export const reportShape = z.looseObject({
  report: z.string(),
  month: z.string().optional().describe('one of month, year and session, as the report is'),
  year: z.string().optional(),
  session: z.string().optional(),
  period: text,
  through: day,
  asOf: z.string(),
  scope: z.looseObject({ kind: z.enum(['district', 'organ']), name: text }),
  metrics: z.array(metricShape),
  tables: z.array(z.looseObject({ id: z.string(), title: text })),
  digest: z.string(),
})
