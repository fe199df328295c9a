/** An element of Office XML; what it holds is XML already, made by `el` or `words`. */
export function el(name: string, attributes: Attributes = {}, ...inside: readonly string[]): string {
  const said = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${words(value)}"`,
  )
  return inside.length === 0 ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${inside.join('')}</${name}>`
}

/** Words as XML: escaped, without the characters XML cannot hold. */
export function words(said: string | number): string {
  const text = String(said)
  return plain.test(text)
    ? text
    : text
        .toWellFormed()
        .replaceAll(forbidden, '')
        .replaceAll(/[&<>"]/g, found => entities[found] ?? '')
}

/** Most words need nothing done: letters, digits, Chinese characters. */
const plain = /^[\w .:%\-\u3000-\u9fff]*$/

/** A document of its own. */
export const xmlFile = (root: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${root}`

type Attributes = Readonly<Record<string, string | number | undefined>>

const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
