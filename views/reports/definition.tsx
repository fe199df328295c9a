import { Facts } from '../parts/facts.tsx'
import { Say, T } from '../parts/words.tsx'
import { sidesOf } from './counted-sides.tsx'
import type { Defined, Readings } from './definitions.tsx'
import { specialCases } from './special-cases.ts'
import { EarlierDefinitions } from './earlier-definitions.tsx'

/** One figure of the dictionary, at an address of its own. */
export const Definition = ({ metric, readings }: { metric: Defined; readings: Readings | undefined }) => (
  <section id={metric.id}>
    <h2>
      <Say words={metric.title} />
    </h2>
    <p>
      <Say words={metric.formula} />
      <span class="muted">
        <T zh="（" en=" (" />
        <Say words={metric.unit} />
        <T zh="）" en=")" />
      </span>
    </p>
    <details>
      <summary>
        <T zh="口径、来源和特殊情形" en="Basis, source, and what did not go straight through" />
      </summary>
      <Facts
        facts={[
          { key: { zh: '口径', en: 'Basis' }, value: <Say words={metric.basis} /> },
          { key: { zh: '计入谁的数字', en: 'Belongs to' }, value: <Say words={metric.belongsTo} /> },
          { key: { zh: '依据', en: 'Source' }, value: <Say words={metric.source} /> },
          metric.districtOnly && {
            key: { zh: '范围', en: 'Scope' },
            value: <T zh="只按全区统计" en="Counted for the district only" />,
          },
          metric.officeOnly && {
            key: { zh: '范围', en: 'Scope' },
            value: <T zh="按全区和受理部门统计" en="Counted for the district and for offices that take matters in" />,
          },
          ...sidesOf(metric),
          {
            key: { zh: '编号、版本', en: 'Id and version' },
            value: (
              <>
                <code>{metric.id}</code> {metric.version}
              </>
            ),
          },
        ]}
      />
      <h3>
        <T zh="特殊情形怎样计算" en="What did not go straight through" />
      </h3>
      <Facts dense facts={specialCases.map(([id, key]) => ({ key, value: <Say words={metric.treatment[id]} /> }))} />
    </details>
    {metric.earlier.length > 0 && <EarlierDefinitions metric={metric} readings={readings} />}
    <p class="small not-printed">
      <a href="#contents">
        <T zh="回到目录" en="Back to the contents" />
      </a>
    </p>
  </section>
)
