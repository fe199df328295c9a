import { describe, expect, test } from 'vitest'
import { ErrorSummary } from '../../../views/parts/error-summary.tsx'
import { Field } from '../../../views/parts/field.tsx'
import { Form } from '../../../views/parts/form.tsx'
import { hostile, read, say } from './say.tsx'

const label = { zh: '标题', en: 'Title' }
const error = { zh: '请填写标题', en: 'Enter a title' }
const options = [
  { value: 'a', label: { zh: '甲', en: 'A' } },
  { value: 'b', label: { zh: '乙', en: 'B' } },
]

describe('Field', () => {
  test('an error and a hint describe their input', () => {
    const field = say(<Field kind="text" name="title" label={label} hint="不超过 80 字" error={error} />)
    expect(field).toContain('<label for="field-title">')
    expect(field).toContain('aria-describedby="field-title-hint field-title-error"')
    expect(field).toContain('aria-invalid="true"')
    expect(field).toContain('id="field-title-hint"')
    expect(field).toContain('id="field-title-error"')
  })

  test('a field without error claims none', () => {
    const field = say(<Field kind="text" name="title" label={label} />)
    expect(field).not.toContain('aria-invalid')
    expect(field).not.toContain('aria-describedby')
  })

  test('an optional field says so in words', () => {
    expect(read(<Field kind="text" name="title" label={label} optional />)).toBe('标题（选填）')
    expect(read(<Field kind="text" name="title" label={label} optional />, 'en')).toBe('Title (optional)')
  })

  test('what was typed comes back escaped, in every kind that holds text', () => {
    for (const kind of ['text', 'tel', 'textarea'] as const) {
      const field = say(<Field kind={kind} name="title" label={label} value={hostile} error={hostile} />)
      expect(field).not.toContain('<script>')
      expect(field).toContain('&lt;script&gt;')
    }
  })

  test('a long text is counted and never cut while it is typed', () => {
    const field = say(<Field kind="textarea" name="body" label={label} maxLength={2000} />)
    expect(field).not.toContain('maxlength')
    expect(field).toContain('aria-describedby="field-body-count"')
    expect(field).toContain('最多 2000 字')
  })

  test('choices are a group named by its legend, and the error leads to the first', () => {
    const field = say(<Field kind="radios" name="kind" label={label} options={options} value="b" error={error} />)
    expect(field).toMatch(/<fieldset[^>]*aria-describedby="field-kind-error"[^>]*><legend>标题/)
    expect(field).toMatch(/id="field-kind"[^>]*value="a"/)
    expect(field).toMatch(/value="b" checked/)
  })

  test('several checkboxes may be ticked', () => {
    const field = say(<Field kind="checkboxes" name="kinds" label={label} options={options} values={['a', 'b']} />)
    expect(field.match(/checked/g)).toHaveLength(2)
  })

  test('a question is the heading of its page', () => {
    expect(say(<Field kind="text" name="title" label={label} question />)).toContain('<h1><label for="field-title">')
    expect(say(<Field kind="radios" name="k" label={label} options={options} question />)).toContain('<legend><h1>')
  })
})

describe('ErrorSummary', () => {
  const errors = { title: [error], '': [{ zh: '附件太大', en: 'The files are too large' }] }

  test('each message leads to its field, one of the whole form to none', () => {
    const summary = say(<ErrorSummary errors={errors} labels={{ title: label }} />)
    expect(summary).toMatch(/id="error-summary" role="alert" tabindex="-1"/)
    expect(summary).toContain('<a href="#field-title">请填写标题</a>')
    expect(summary).toContain('<li>附件太大</li>')
  })

  test('a message that does not name its field has the label before it, in both languages', () => {
    const late = { day: [{ zh: '不能晚于今天', en: 'It cannot be later than today' }] }
    const labels = { day: { zh: '办理日期', en: 'Day it was done' } }
    expect(read(<ErrorSummary errors={late} labels={labels} />, 'zh')).toContain('办理日期：不能晚于今天')
    expect(read(<ErrorSummary errors={late} labels={labels} />, 'en')).toContain('Day it was done: It cannot be later')
  })

  test('it speaks English on an English page', () => {
    expect(read(<ErrorSummary errors={errors} />, 'en')).toBe('There is a problemEnter a titleThe files are too large')
  })

  test('nothing wrong, nothing shown', () => {
    expect(say(<ErrorSummary errors={{ title: [] }} />)).toBe('')
  })
})

describe('Form', () => {
  test('the same address with and without htmx; a refused form keeps the page address', () => {
    const form = say(<Form action="/cases/1/acts/accept">受理</Form>)
    expect(form).toContain('method="post" action="/cases/1/acts/accept"')
    expect(form).toContain('hx-post="/cases/1/acts/accept"')
    expect(form).toContain('hx-status:4xx="push:false')
  })

  test('a region is picked out of the page by its id', () => {
    const form = say(
      <Form action="/x" target="#case" files>
        办结
      </Form>,
    )
    expect(form).toContain('hx-target="#case"')
    expect(form).toContain('hx-select="#case"')
    expect(form).toContain('hx-status:422="push:false"')
    expect(form).toContain('enctype="multipart/form-data"')
  })

  test('a plain form leaves htmx out', () => {
    const form = say(
      <Form action="/login" plain>
        登录
      </Form>,
    )
    expect(form).not.toContain('hx-')
  })
})
