interface OutsideLinkProps {
  /** As the data tells it. */
  url: string;
  children: string;
}

/** A link to an address that the data names. One that is no web address, such as `javascript:…`, stays text. */
export function OutsideLink({ url, children }: OutsideLinkProps) {
  const isWeb = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isWeb) return <span>{children}</span>;
  return (
    <a href={url} rel="noreferrer">
      {children}
    </a>
  );
}
