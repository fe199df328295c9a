import type { Child } from 'hono/jsx'
import type { Lang } from '../../../src/law/words.ts'
import { Speak } from '../../../views/parts/words.tsx'

/** What the server would send for this part, in this language. */
export const say = (part: Child, lang: Lang = 'zh'): string => String(<Speak lang={lang}>{part}</Speak>)

/** The words alone, as a person would read them. */
export const read = (part: Child, lang: Lang = 'zh'): string =>
  say(part, lang)
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim()

export const hostile = `"><script>alert('x')</script>&amp;`
