import { urls, withQuery } from '../../src/http/urls.ts'
import type { Sheet } from '../../src/cases/sheet.ts'
import { Tag } from '../parts/tag.tsx'
import { T, Typed } from '../parts/words.tsx'

/** Attachments, each to be fetched; one that was pulled is named and no more. */
export const Files = ({ sheet }: { sheet: Sheet }) =>
  sheet.files.length > 0 ? (
    <section aria-labelledby="files">
      <h2 id="files">
        <T zh="附件" en="Attachments" />
      </h2>
      <ul>
        {sheet.files.map(file => (
          <li id={`file-${file.id}`}>
            {file.isPulled ? (
              <>
                <T zh="附件" en="Attachment" /> <Tag words={{ zh: '已撤下', en: 'Pulled' }} />
              </>
            ) : (
              <>
                <a href={urls.attachment(sheet.number, file.id)} download hx-boost="false">
                  <Typed text={file.name} inline />
                </a>{' '}
                <span class="muted">{sizeOf(file.size)}</span>{' '}
                {sheet.canPull && (
                  <a href={withQuery(urls.act(sheet.number, 'pullFile'), { file: file.id })}>
                    <T zh="撤下" en="Pull" />
                    <span class="for-readers">
                      {' '}
                      <Typed text={file.name} inline />
                    </span>
                  </a>
                )}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  ) : null

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
