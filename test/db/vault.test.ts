import { expect, it } from 'vitest';
import { createCodec } from '../../commands/temporal/codec.ts';
import { createVault, type Place } from '../../db/vault.ts';

const keys = (fill: number) => [{ id: 'k1', key: Buffer.alloc(32, fill) }];
const vault = createVault(keys(1), Buffer.alloc(32, 2));

it('opens a value where it was sealed for, and in no other column and no other row', () => {
  const sealed = vault.seal('公示材料不全', 'text/1');
  expect(vault.openText(sealed, 'text/1')).toBe('公示材料不全');
  for (const place of ['text/2', 'text', 'form/1', 'person.name'] as Place[])
    expect(() => vault.open(sealed, place), place).toThrow();
});

it('opens nothing that was changed, cut off or sealed with another key', () => {
  const sealed = vault.seal('王小明', 'person.name');
  for (let at = 1 + 'k1'.length; at < sealed.length; at += 5) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.open(changed, 'person.name'), `byte ${at}`).toThrow();
  }
  expect(() => vault.open(sealed.subarray(0, 20), 'person.name')).toThrow();
  expect(() => createVault(keys(9), Buffer.alloc(32, 2)).open(sealed, 'person.name')).toThrow();
});

it('reads what an earlier key of the list sealed', () => {
  const sealed = vault.seal('王小明', 'person.name');
  const rotated = createVault([{ id: 'k2', key: Buffer.alloc(32, 3) }, ...keys(1)], Buffer.alloc(32, 2));
  expect(rotated.openText(sealed, 'person.name')).toBe('王小明');
  const unknownKey = { cause: expect.objectContaining({ message: 'data key k2 is not configured' }) };
  expect(() => vault.open(rotated.seal('王小明', 'person.name'), 'person.name')).toThrow(
    expect.objectContaining(unknownKey),
  );
});

it('has another key than the messages to Temporal, so that a row is no message', async () => {
  const codec = createCodec(keys(1), 'refuse');
  const metadata = {
    encoding: Buffer.from('binary/zhicheng'),
    key: Buffer.from('k1'),
    compression: Buffer.from('none'),
  };
  // As the codec binds a payload: only the key differs.
  const sealed = vault.seal('x', '["k1","none",""]' as Place).subarray(1 + 'k1'.length);
  await expect(codec.decode([{ metadata, data: sealed }])).rejects.toMatchObject({ type: 'UNSEALED' });
});
