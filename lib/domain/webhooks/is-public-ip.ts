import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address belongs to a machine that anybody can reach: none of this machine, of the networks it stands in,
 * of a cloud's own services, and none that leads there by another notation. What cannot be read is not public, nor is an
 * address with a zone: it means one machine's own network.
 */
export function isPublicIp(ip: string): boolean {
  const isReadable = ip.includes(':') ? ipaddr.IPv6.isValid(ip) : ipaddr.IPv4.isValidFourPartDecimal(ip);
  if (!isReadable || ip.includes('%') || ipv4Compatible.test(ip)) return false;
  const address = ipaddr.process(ip);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || isGivenOut(address);
}

/** Deprecated (RFC 4291, 2.5.5.1) and routed nowhere; the reader below would take it for the IPv4 address. */
const ipv4Compatible = /^::\d+\./;

/** Only 2000::/3 is (iana.org/assignments/ipv6-unicast-address-assignments). */
const isGivenOut = ({ parts }: ipaddr.IPv6) => parts[0]! >> 13 === 1;
