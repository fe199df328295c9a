// Optional: every page works without it. Nothing is kept on the device.

document.documentElement.dataset.js = 'on'

focusErrors()
document.addEventListener('htmx:after:swap', event => {
  document.getElementById('not-sent').hidden = true
  if (!focusErrors() && event.detail.ctx?.target?.id === 'main')
    document.getElementById('main').focus({ preventScroll: true })
})

/** After a shortened trip the preference forms lead back to the page one is on, not to the one it replaced. */
document.addEventListener('htmx:after:history:push', () => {
  for (const back of document.querySelectorAll('.preference [name=back]'))
    back.value = location.pathname + location.search
})

/** Only a request whose answer never came whole: a refused or failed one brings its own page. */
document.addEventListener('htmx:error', ({ detail: { ctx } }) => {
  if (!ctx || ctx.text !== undefined) return
  const notSent = document.getElementById('not-sent')
  notSent.hidden = false
  notSent.scrollIntoView({ block: 'nearest' })
})

document.addEventListener('click', event => {
  if (event.target.closest('[data-print]')) window.print()
})

document.addEventListener('input', event => {
  if (event.target.dataset.max && !event.isComposing) sayCount(event.target)
})
document.addEventListener('compositionend', event => {
  if (event.target.dataset.max) sayCount(event.target)
})

document.addEventListener('keydown', event => {
  if (document.documentElement.dataset.keys !== 'on' || isTyping(event)) return
  if (event.key === '/') go(event, document.querySelector('[data-search]'))
  if (event.key === 'j') go(event, rowBeside(1))
  if (event.key === 'k') go(event, rowBeside(-1))
})

function focusErrors() {
  const summary = document.getElementById('error-summary')
  summary?.focus()
  return summary !== null
}

/** The server counts a line break as one character, and so do we. */
function sayCount(field) {
  const count = document.getElementById(`${field.id}-count`)
  const left = Number(field.dataset.max) - field.value.length
  count.textContent = (left < 0 ? count.dataset.over : count.dataset.left).replace('{n}', Math.abs(left))
  count.classList.toggle('field-count-over', left < 0)
}

/** In a field, while an input method composes, or with a modifier held, keys belong to the person. */
function isTyping(event) {
  const inField = event.target.closest?.('input, textarea, select, [contenteditable]')
  return inField || event.isComposing || event.keyCode === 229 || event.ctrlKey || event.metaKey || event.altKey
}

/** The first link of the next row; from outside any row, of the first table that is walked. */
function rowBeside(step) {
  const row = document.activeElement.closest('[data-walk] tr')
  const rows = [...((row?.parentElement ?? document.querySelector('[data-walk]'))?.rows ?? [])]
  const at = row ? rows.indexOf(row) + step : 0
  return rows[at]?.querySelector('a')
}

function go(event, element) {
  if (!element) return
  event.preventDefault()
  element.focus()
}
