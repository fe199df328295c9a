import type { Text } from '../law/words.ts'

/** What is wrong with a new password, as what to do about it; null when it will do. */
export function problemWithPassword(password: string, login: string): Text | null {
  const plain = password.normalize('NFKC').toLowerCase()
  if ([...password].length < 10) return tooShort
  if ([...password].length > 200) return tooLong
  if (login !== '' && plain.includes(login.normalize('NFKC').toLowerCase())) return holdsLogin
  if (
    new Set(plain).size < 5 ||
    isRow(plain) ||
    common.some(word => plain.startsWith(word) && plain.length < word.length + 5)
  )
    return tooCommon
  return null
}

const tooShort = {
  zh: '密码太短，请至少用10个字符，可以是一句话',
  en: 'Too short: use at least 10 characters; a sentence will do',
}
const tooLong = { zh: '密码最多200个字符，请缩短', en: 'At most 200 characters; please shorten it' }
const holdsLogin = {
  zh: '密码里不能包含登录名，请换一个',
  en: 'The password may not hold the login name; choose another',
}
const tooCommon = {
  zh: '这个密码太容易被猜到，请换一个，例如几个不相干的词连在一起',
  en: 'This password is too easily guessed; choose another, for example a few unrelated words',
}

/** 1234567890, abcdefghij and the like, forwards or backwards. */
function isRow(word: string): boolean {
  const steps = new Set([...word].slice(1).map((letter, i) => letter.charCodeAt(0) - word.charCodeAt(i)))
  return steps.size === 1 && (steps.has(1) || steps.has(-1))
}

// prettier-ignore
const common = [
  'password', 'passw0rd', 'p@ssw0rd', 'p@ssword', 'administrator', 'admin', 'qwertyuiop', 'qwerty', '1qaz2wsx', 'zaq12wsx', 'asdfghjkl',
  'iloveyou', 'welcome', 'letmein', 'woaini', '1234567890', '123456789', '12345678', '0123456789', '9876543210', 'abc123', 'a123456', '5201314',
  'changeme', 'xinfang', 'xinfangju', 'banjie', 'jiangzhou', 'test', 'root', 'guest', 'zhongguo', 'huawei',
]
