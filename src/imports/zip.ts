import { crc32, inflateRawSync } from 'node:zlib'

export type Entry = { readonly name: string; readonly data: Buffer }

export type Unzipped = { readonly ok: readonly Entry[] } | { readonly refused: 'too big' | 'damaged' | 'locked' }

/**
 * Unpacks the entries of a zip whose names pass, by its directory, and never more than `most` bytes:
 * neither by what the directory declares nor by what comes out.
 */
export function unzip(bytes: Uint8Array, passes: (name: string) => boolean, most: number): Unzipped {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const listed = listEntries(zip)
    if (listed.reduce((sum, entry) => sum + entry.size, 0) > most) return { refused: 'too big' }
    if (listed.some(entry => entry.locked)) return { refused: 'locked' }
    return {
      ok: unpack(
        zip,
        listed.filter(entry => passes(entry.name)),
        most,
      ),
    }
  } catch (error) {
    return { refused: isTooBig(error) ? 'too big' : 'damaged' }
  }
}

/** A zip of the entries, not compressed: a reader of it meets only what was unpacked here. */
export function zipOf(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = []
  const listed: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const place = header(0x02014b50, 46, entry, 16)
    place.writeUInt32LE(at, 42)
    listed.push(place, name)
    locals.push(header(0x04034b50, 30, entry, 14), name, entry.data)
    at += 30 + name.length + entry.data.length
  }
  const directory = Buffer.concat(listed)
  return Buffer.concat([...locals, directory, endOf(entries.length, directory.length, at)])
}

type Listed = { name: string; method: number; packed: number; size: number; start: number; locked: boolean }

function listEntries(zip: Buffer): Listed[] {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new RangeError('The zip has no directory')
  const count = zip.readUInt16LE(end + 10)
  const entries: Listed[] = []
  for (let at = zip.readUInt32LE(end + 16); entries.length < count;) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new RangeError('The directory of the zip is damaged')
    const [nameLength, extra, comment] = [
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
    ]
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      size: zip.readUInt32LE(at + 24),
      start: zip.readUInt32LE(at + 42),
      locked: (zip.readUInt16LE(at + 8) & 1) === 1,
    })
    at += 46 + nameLength + extra + comment
  }
  return entries
}

function unpack(zip: Buffer, listed: Listed[], most: number): Entry[] {
  let left = most
  return listed.map(({ name, method, packed, start }) => {
    const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const raw = zip.subarray(from, from + packed)
    const data = method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, left) })
    left -= data.length
    return { name, data }
  })
}

function header(signature: number, length: number, { name, data }: Entry, sizes: number): Buffer {
  const bytes = Buffer.alloc(length)
  bytes.writeUInt32LE(signature, 0)
  bytes.writeUInt32LE(crc32(data), sizes)
  bytes.writeUInt32LE(data.length, sizes + 4)
  bytes.writeUInt32LE(data.length, sizes + 8)
  bytes.writeUInt16LE(Buffer.byteLength(name), sizes + 12)
  return bytes
}

function endOf(count: number, length: number, at: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}

const isTooBig = (error: unknown): boolean =>
  error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
