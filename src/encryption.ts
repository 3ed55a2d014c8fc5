import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Seals short secrets (phone numbers, tokens) for storage: AES-256-GCM, a fresh nonce each, `v1.` + base64url. */
export interface Sealer {
  seal(text: string): string;
  /** @throws Error when the value was not sealed with this key */
  open(sealed: string): string;
}

const prefix = 'v1.';
const nonceBytes = 12;
const tagBytes = 16;

/** @param key 32 bytes, from ENCRYPTION_KEY */
export function createSealer(key: Buffer): Sealer {
  return {
    seal(text) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return prefix + Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },
    open(sealed) {
      if (!sealed.startsWith(prefix)) throw new Error('not a sealed value');
      const bytes = Buffer.from(sealed.slice(prefix.length), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = decipher.update(bytes.subarray(nonceBytes + tagBytes));
      try {
        decipher.final();
      } catch {
        throw new Error('sealed with another ENCRYPTION_KEY, or damaged');
      }
      return text.toString('utf8');
    },
  };
}
