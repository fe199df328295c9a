import { urls } from '../../src/http/urls.ts'
import { Empty } from '../parts/empty.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { T } from '../parts/words.tsx'

/** Answers made public. Petitions never are; answers to deputies and CPPCC members will be, once reviewed. */
export const PublishedPage = () => (
  <>
    <PageHead title={{ zh: '公开的答复', en: 'Published answers' }} />
    <Empty words={{ zh: '目前没有公开的答复', en: 'No answer has been published yet' }}>
      <p>
        <T
          zh="信访事项涉及个人，一律不公开，提出人可以自己查询。代表建议、政协提案的答复经审查后在这里公开。"
          en="Petitions concern persons and are never published; whoever filed one can follow it. Answers to deputies’ suggestions and CPPCC proposals appear here after review."
        />
      </p>
      <p>
        <a href={urls.track()}>
          <T zh="查询我的事项" en="Track my matter" />
        </a>
      </p>
    </Empty>
  </>
)
