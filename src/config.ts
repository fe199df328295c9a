import { readFileSync } from 'node:fs'
import { z } from 'zod'

export type Config = {
  port: number
  host: string
  dataDir: string
  databaseUrl?: string | undefined
  publicUrl?: string | undefined
  secretKey?: string | undefined
  trustProxy: boolean
  smtpUrl?: string | undefined
  smsUrl?: string | undefined
}

/** The environment as one checked object, or one line that names what is wrong. An empty value counts as none. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): { ok: Config } | { problem: string } {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0] ?? { path: [], message: '' }
    return { problem: `${path.join('.')}: ${message}` }
  }
  const { SECRET_KEY_FILE, SECRET_KEY, ...rest } = parsed.data
  if (SECRET_KEY !== undefined && SECRET_KEY_FILE !== undefined)
    return { problem: 'SECRET_KEY: is set together with SECRET_KEY_FILE; set one of them' }
  const secret = SECRET_KEY_FILE === undefined ? { ok: SECRET_KEY } : secretFrom(SECRET_KEY_FILE)
  if ('problem' in secret) return secret
  return {
    ok: {
      port: rest.PORT,
      host: rest.HOST,
      dataDir: rest.DATA_DIR,
      databaseUrl: rest.DATABASE_URL,
      publicUrl: rest.PUBLIC_URL,
      secretKey: secret.ok,
      trustProxy: rest.TRUST_PROXY,
      smtpUrl: rest.SMTP_URL,
      smsUrl: rest.SMS_URL,
    },
  }
}

const address = (protocol: RegExp, error: string) => z.url({ protocol, error })

const environment = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port number from 0 to 65535' })
    .transform(Number)
    .refine(port => port <= 65535, { error: 'must be a port number from 0 to 65535' })
    .default(3000),
  HOST: z
    .string()
    .regex(/^[^\s/]+$/, { error: 'must be an address or a host name, such as 127.0.0.1' })
    .default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(/^postgres(ql)?$/, 'must begin with postgres:// and name a server').optional(),
  PUBLIC_URL: address(/^https?$/, 'must be an origin such as https://example.gov.cn')
    .refine(url => URL.canParse(url) && /^\/?$/.test(url.slice(new URL(url).origin.length)), {
      error: 'must be an origin without a path, such as https://example.gov.cn',
    })
    .transform(url => new URL(url).origin)
    .optional(),
  SECRET_KEY: z.string().min(16, { error: 'must have at least 16 characters' }).optional(),
  SECRET_KEY_FILE: z.string().optional(),
  TRUST_PROXY: z
    .enum(['on', 'off', 'true', 'false', '1', '0'], { error: 'must be on or off' })
    .transform(word => ['on', 'true', '1'].includes(word))
    .default(false),
  SMTP_URL: address(/^smtps?$/, 'must begin with smtp:// or smtps:// and name a server').optional(),
  SMS_URL: address(/^https?$/, 'must begin with https:// or http://').optional(),
})

function secretFrom(file: string): { ok: string } | { problem: string } {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    return secret.length < 16 ? { problem: 'SECRET_KEY_FILE: holds fewer than 16 characters' } : { ok: secret }
  } catch {
    return { problem: `SECRET_KEY_FILE: ${file} cannot be read` }
  }
}
