import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

export type Cost = { memory: number; passes: number; parallelism: number }

/** 19 MiB, two passes: what OWASP asks of argon2id. */
export const standardCost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }

/** `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`: the cost travels with the hash, so it can rise later. */
export async function hashPassword(password: string, cost: Cost = standardCost): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password, salt, cost)
  const { memory, passes, parallelism } = cost
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`
}

export async function isPassword(password: string, encoded: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt = '', hash = ''] = shape.exec(encoded) ?? []
  if (memory === undefined) return false
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const expected = Buffer.from(hash, 'base64')
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost, expected.length), expected)
}

const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const unpadded = (bytes: Buffer) => bytes.toString('base64').replaceAll('=', '')

function derive(password: string, nonce: Buffer, cost: Cost, tagLength = 32): Promise<Buffer> {
  const message = Buffer.from(password.normalize('NFKC'), 'utf8')
  return new Promise((resolve, reject) =>
    argon2('argon2id', { message, nonce, tagLength, ...cost }, (error, key) => (error ? reject(error) : resolve(key))),
  )
}
