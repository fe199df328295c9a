/** Sixty-four characters do not fit a phone; they may break after every eighth. */
export const Digest = (props: { digest: string }) => (
  <code>
    {(props.digest.match(/.{1,8}/g) ?? []).map(part => (
      <>
        {part}
        <wbr />
      </>
    ))}
  </code>
)
