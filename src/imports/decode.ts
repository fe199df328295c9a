import type { Checked } from '../law/identifiers.ts'
import type { Text } from '../law/words.ts'

export type Encoding = 'auto' | 'utf-8' | 'gb18030'

export type Decoded = { readonly text: string; readonly encoding: Written }

type Written = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Bytes as text. On its own it goes by the byte order mark, else takes UTF-8 when all of it is that, else GB18030. */
export function decode(bytes: Uint8Array, encoding: Encoding): Checked<Decoded> {
  if (encoding !== 'auto') return decodeAs(bytes, encoding)
  const marked = byMark(bytes)
  if (marked) return decodeAs(bytes, marked)
  const asUtf8 = decodeAs(bytes, 'utf-8')
  return 'ok' in asUtf8 || isDamagedUtf8(bytes) ? asUtf8 : decodeAs(bytes, 'gb18030')
}

function decodeAs(bytes: Uint8Array, encoding: Written): Checked<Decoded> {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return { ok: { text: text.replace(/^\ufeff/, ''), encoding } }
  } catch {
    return { problem: notWrittenIn(encoding, bytes, badByte(bytes, encoding)) }
  }
}

function byMark(bytes: Uint8Array): Written | undefined {
  const starts = (...mark: number[]) => mark.every((byte, i) => bytes[i] === byte)
  if (starts(0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(0x84, 0x31, 0x95, 0x33)) return 'gb18030'
  return starts(0xff, 0xfe) ? 'utf-16le' : starts(0xfe, 0xff) ? 'utf-16be' : undefined
}

/**
 * A UTF-8 file with one bad byte would read as GB18030 without an error, and as nonsense.
 * Chinese in GB18030 never passes for UTF-8 for long: eight characters are proof enough.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const good = new TextDecoder().decode(bytes.subarray(0, badByte(bytes, 'utf-8')))
  return (good.match(/[^\0-\x7f\ufffd]/gu)?.length ?? 0) >= 8
}

/** Where the first byte stands that the encoding cannot have; the length when the last character is cut off. */
const badByte = (bytes: Uint8Array, encoding: Written): number =>
  firstRefused(bytes, encoding, firstRefused(bytes, encoding, 0, 65_536), 1)

function firstRefused(bytes: Uint8Array, encoding: Written, from: number, step: number): number {
  const decoder = new TextDecoder(encoding, { fatal: true })
  decoder.decode(bytes.subarray(0, from), { stream: true })
  for (let at = from; at < bytes.length; at += step) {
    try {
      decoder.decode(bytes.subarray(at, at + step), { stream: true })
    } catch {
      return at
    }
  }
  return bytes.length
}

function notWrittenIn(encoding: Written, bytes: Uint8Array, at: number): Text {
  const line = bytes.subarray(0, at).filter(byte => byte === 0x0a).length + 1
  const name = encoding.toUpperCase()
  return {
    zh: `文件不是完整的 ${name} 文本：第${Math.min(at + 1, bytes.length)}个字节（第${line}行）无法识别。请用表格软件重新另存为 UTF-8 的 CSV，或指定正确的 --encoding`,
    en: `The file is not sound ${name} text: byte ${Math.min(at + 1, bytes.length)} (line ${line}) cannot be read. Save it again as CSV in UTF-8, or name the right --encoding`,
  }
}
