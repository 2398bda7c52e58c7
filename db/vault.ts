import { createCipheriv, createDecipheriv, createHmac, createSecretKey, hkdfSync, randomBytes } from 'node:crypto';

export type VaultKey = { readonly id: string; readonly key: Buffer };

/**
 * Where a sealed value stands: what it is, and its row where the row has its id when the value is sealed. It is authenticated with the value, which therefore
 * opens nowhere else: whoever can write to the tables cannot pass one for another.
 */
export type Place = What | `${What}/${string}`;
type What =
  | `person.${'name' | 'identity' | 'phone' | 'mail'}`
  | `file.${'name' | 'body'}`
  | `objection.${'body' | 'objector'}`
  | `reason.${'correction' | 'release' | 'reuse'}`
  | 'expert.name'
  | 'discipline'
  | 'text'
  | 'form'
  | 'posting'
  | 'opinion'
  | 'answer';

/** A sealed value that no key opens at its place: it is damaged, was moved, or its key is not configured. */
export class CannotOpen extends Error {
  readonly place: Place;
  constructor(place: Place, cause: unknown) {
    super(`what is sealed at ${place} cannot be opened`, { cause });
    this.name = 'CannotOpen';
    this.place = place;
  }
}

/** Seals personal data at rest and makes keyed hashes of it. */
export type Vault = {
  /** AES-256-GCM with the current key; the key's id comes first, so that keys can be rotated. */
  seal(plain: string | Buffer, place: Place): Buffer;
  open(sealed: Buffer, place: Place): Buffer;
  openText(sealed: Buffer, place: Place): string;
  /** HMAC-SHA256 in hex: the same value gives the same hash, and nobody without the key can guess it. */
  hash(value: string | Buffer): string;
};

/** Rows have a key of their own, derived from the data key, so that nothing sealed for them can be sent to Temporal as a message. */
const purpose = 'zhicheng rows';
const keyBytes = 32;
const ivBytes = 12;
const tagBytes = 16;

/** Makes a vault from the configured keys; the first encrypts, each of them decrypts. */
export function createVault(keys: readonly VaultKey[], identityKey: Buffer): Vault {
  // Key objects are made once; from bytes a key would be set up at every call, which takes longer than the encryption.
  const byId = new Map(
    keys.map(({ id, key }) => [id, createSecretKey(Buffer.from(hkdfSync('sha256', key, '', purpose, keyBytes)))]),
  );
  const hashKey = createSecretKey(identityKey);
  const current = keys[0];
  const currentKey = current && byId.get(current.id);
  if (!current || !currentKey) throw new Error('no data key is configured');
  const currentId = Buffer.from(current.id, 'utf8');

  const seal = (plain: string | Buffer, place: Place): Buffer => {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', currentKey, iv).setAAD(Buffer.from(place));
    const body = Buffer.concat([
      cipher.update(typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain),
      cipher.final(),
    ]);
    return Buffer.concat([Buffer.from([currentId.length]), currentId, iv, cipher.getAuthTag(), body]);
  };

  function open(sealed: Buffer, place: Place): Buffer {
    try {
      return opened(sealed, place);
    } catch (error) {
      throw new CannotOpen(place, error);
    }
  }

  function opened(sealed: Buffer, place: Place): Buffer {
    const idEnd = 1 + (sealed[0] ?? 0);
    const id = sealed.subarray(1, idEnd).toString('utf8');
    const key = byId.get(id);
    if (!key) throw new Error(`data key ${id} is not configured`);
    const tagAt = idEnd + ivBytes;
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(idEnd, tagAt), { authTagLength: tagBytes });
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(sealed.subarray(tagAt, tagAt + tagBytes));
    return Buffer.concat([decipher.update(sealed.subarray(tagAt + tagBytes)), decipher.final()]);
  }

  return {
    seal,
    open,
    openText: (sealed, place) => open(sealed, place).toString('utf8'),
    hash: (value) => createHmac('sha256', hashKey).update(value).digest('hex'),
  };
}
