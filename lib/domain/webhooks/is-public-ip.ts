/**
 * Whether an IP address belongs to a machine that anybody can reach: none of this machine, of the networks it stands in,
 * of a cloud's own services, and none that leads there by another notation. What cannot be read is not public.
 */
export function isPublicIp(ip: string): boolean {
  const v4 = readV4(ip);
  if (v4 !== null) return isPublicV4(v4);
  const v6 = readV6(ip);
  if (v6 === null) return false;
  const mapped = v6.slice(0, 5).every((group) => group === 0) && v6[5] === 0xffff;
  if (mapped) return isPublicV4(v6[6]! * 0x10000 + v6[7]!);
  return isPublicV6(v6);
}

/** iana.org/assignments/iana-ipv4-special-registry: what is not globally reachable, and multicast. */
const closedV4: readonly (readonly [base: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
];

function isPublicV4(ip: number): boolean {
  return closedV4.every(([base, bits]) => {
    const size = 2 ** (32 - bits);
    return Math.floor(ip / size) !== Math.floor(readV4(base)! / size);
  });
}

/**
 * Only 2000::/3 is given out (iana.org/assignments/ipv6-unicast-address-assignments), and of it not 2001::/23 (Teredo and
 * others), 2001:db8::/32 and 3fff::/20 (documentation) and 2002::/16, which carries any IPv4 address.
 */
function isPublicV6([first = 0, second = 0]: readonly number[]): boolean {
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2001 && (second < 0x200 || second === 0xdb8)) return false;
  return first !== 0x2002 && !(first === 0x3fff && second < 0x1000);
}

function readV4(text: string): number | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (!parts || parts.some((part) => part > 255)) return null;
  return parts.reduce((ip, part) => ip * 256 + part, 0);
}

function readV6(text: string): number[] | null {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const v4 = dotted && readV4(dotted[2]!);
  if (dotted && v4 === null) return null;
  const whole =
    dotted && v4 !== null
      ? `${dotted[1]}${Math.floor(v4 / 0x10000).toString(16)}:${(v4 % 0x10000).toString(16)}`
      : text;
  const sides = whole.split('::');
  if (sides.length > 2) return null;
  const [head, tail] = sides.map((side) => (side === '' ? [] : side.split(':')));
  const given = [...head!, ...(tail ?? [])];
  if (given.some((group) => !/^[0-9a-f]{1,4}$/i.test(group))) return null;
  const missing = 8 - given.length;
  if (tail ? missing < 1 : missing !== 0) return null;
  const zeros = Array.from({ length: tail ? missing : 0 }, () => '0');
  return [...head!, ...zeros, ...(tail ?? [])].map((group) => Number.parseInt(group, 16));
}
