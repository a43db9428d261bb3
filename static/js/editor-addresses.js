// Addresses as the portal keeps them; malangnews/core/videos.py reads videos alike.

// The address of a video as the portal keeps it, or null. Takes the code for embedding it, too.
export function readVideo(text) {
  const code = /^<iframe\s[^>]*?\bsrc="([^"]+)"/i.exec(text) ?? /^<blockquote\s[^>]*?\b(?:cite|data-instgrm-permalink)="([^"]+)"/i.exec(text);
  const address = (code?.[1] ?? text).replace(/^\/\//, "https://");
  let url;
  try {
    url = new URL(/^https?:\/\//i.test(address) ? address : `https://${address}`);
  } catch {
    return null;
  }
  const host = url.hostname.replace(/^(www|m|music)\./, "");
  const path = url.pathname.replace(/\/$/, "");
  const read = (pattern) => pattern.exec(path);
  if (host === "youtu.be" || host === "youtube.com" || host === "youtube-nocookie.com") {
    const found = host === "youtu.be" ? read(/^\/([\w-]{6,20})$/) : read(/^\/(?:shorts|live|embed)\/([\w-]{6,20})$/);
    const key = path === "/watch" && host === "youtube.com" ? /^[\w-]{6,20}$/.exec(url.searchParams.get("v") ?? "")?.[0] : found?.[1];
    return key ? `https://www.youtube.com/watch?v=${key}` : null;
  }
  if (host === "instagram.com") {
    const post = read(/^(?:\/[\w.]{1,40})?\/(p|reels?|tv)\/([\w-]{5,40})$/);
    return post && `https://www.instagram.com/${post[1].startsWith("reel") ? "reel" : "p"}/${post[2]}/`;
  }
  if (host === "vm.tiktok.com" || host === "vt.tiktok.com") {
    const short = read(/^\/([\w-]{5,20})$/);
    return short && `https://${host}/${short[1]}/`;
  }
  if (host !== "tiktok.com") return null;
  const clip = read(/^\/@([\w.]{1,40})\/video\/(\d{5,25})$/), short = read(/^\/t\/([\w-]{5,20})$/);
  if (clip) return `https://www.tiktok.com/@${clip[1]}/video/${clip[2]}`;
  return short && `https://www.tiktok.com/t/${short[1]}/`;
}

// What the site of such an address is called.
export function platformOf(address) {
  const host = new URL(address).hostname;
  return host.endsWith("tiktok.com") ? "TikTok" : host.endsWith("instagram.com") ? "Instagram" : "YouTube";
}

// The address of a link as the portal keeps it, or null.
export function readLink(text) {
  if (/^\/(?!\/)\S*$/.test(text) || /^(https?:\/\/|mailto:|tel:)\S+$/i.test(text)) return text;
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(text)) return `mailto:${text}`;
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : null;
}
