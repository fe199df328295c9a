import type { Text } from '../../src/law/words.ts'
import type { Metric } from '../../src/reports/metrics.ts'
import { Facts } from '../parts/facts.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { Say, T } from '../parts/words.tsx'

type Defined = Pick<Metric, 'id' | 'version' | 'title' | 'formula' | 'basis' | 'districtOnly'> & { unit: Text }

/** The dictionary: what every figure means, so that two people who read one number read the same. */
export const DefinitionsPage = (props: { metrics: readonly Defined[]; version: string }) => (
  <>
    <PageHead
      title={{ zh: '指标定义', en: 'What the figures mean' }}
      lead={{ zh: `版本 ${props.version}`, en: `Version ${props.version}` }}
    />
    <div class="prose">
      <p>
        <T
          zh="统计截止日限定已经发生的事，已知时点限定当时知道的事。事项后来恢复办理、重新办理的，原答复不再计算；按较早的已知时点统计，数字与当时相同。"
          en="The through day limits what had happened; the as-of instant limits what was known. An answer voided by a later reopening or redo no longer counts; asked as of an earlier instant, the figures are what they were."
        />
      </p>
      <p>
        <T
          zh="比率由整数相除，保留两位小数，四舍五入；分母为零显示“—”；未全部完成的不显示 100.00，不为零的不显示 0.00。检举控告类事项不进入全区以下的任何数字。"
          en="Rates divide whole numbers to two decimals, half up; nothing to divide by prints —; what is incomplete never prints 100.00 and what is not zero never 0.00. Accusations enter no figure below the district’s."
        />
      </p>
    </div>
    {props.metrics.map(metric => (
      <section id={metric.id}>
        <h2>
          <Say words={metric.title} />
        </h2>
        <Facts
          facts={[
            { key: { zh: '公式', en: 'Formula' }, value: <Say words={metric.formula} /> },
            { key: { zh: '口径', en: 'Basis' }, value: <Say words={metric.basis} /> },
            { key: { zh: '单位', en: 'Unit' }, value: <Say words={metric.unit} /> },
            { key: { zh: '编号', en: 'Id' }, value: <code>{metric.id}</code> },
            { key: { zh: '版本', en: 'Version' }, value: metric.version },
            metric.districtOnly && {
              key: { zh: '范围', en: 'Scope' },
              value: <T zh="只按全区统计" en="Counted for the district only" />,
            },
          ]}
        />
      </section>
    ))}
  </>
)
