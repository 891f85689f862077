//! HTTP on loopback, as far as a WebDriver needs it. Only tests use it, never the shipped program.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::time::Duration;

/// Longer than any step of a test. A driver that does not answer for so long has failed.
const PATIENCE: Duration = Duration::from_secs(60);

/// A port on loopback that no program listens on.
///
/// # Errors
/// When the system has no free port.
pub fn free_port() -> io::Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Sends one request and returns the status and the body.
///
/// # Errors
/// When no program listens or answers in time, or the answer is not HTTP.
pub fn request(port: u16, method: &str, path: &str, body: &str) -> io::Result<(u16, String)> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let mut stream = TcpStream::connect_timeout(&address, Duration::from_secs(5))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json; charset=utf-8\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body.as_bytes())?;
    read_answer(&mut stream)
}

fn read_answer(stream: &mut impl Read) -> io::Result<(u16, String)> {
    let no_http =
        |what: &str| io::Error::new(io::ErrorKind::InvalidData, format!("no HTTP: {what}"));
    let mut bytes = Vec::new();
    let mut buffer = [0; 16 * 1024];
    let head_end = loop {
        if let Some(at) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break at;
        }
        match stream.read(&mut buffer)? {
            0 => return Err(no_http("the answer has no end of head")),
            read => bytes.extend_from_slice(&buffer[..read]),
        }
    };
    let head = String::from_utf8_lossy(&bytes[..head_end]).into_owned();
    let mut body = bytes.split_off(head_end + 4);
    let status = head.split_whitespace().nth(1).and_then(|status| status.parse().ok());
    let status = status.ok_or_else(|| no_http(head.lines().next().unwrap_or("")))?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        if name.eq_ignore_ascii_case("content-length") { value.trim().parse().ok() } else { None }
    });
    let length = length.unwrap_or(usize::MAX);
    while body.len() < length {
        match stream.read(&mut buffer)? {
            0 => break,
            read => body.extend_from_slice(&buffer[..read]),
        }
    }
    Ok((status, String::from_utf8_lossy(&body).into_owned()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn reads_as_much_as_the_head_promises() {
        let mut answer = &b"HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}rest"[..];
        let (status, body) = read_answer(&mut answer).unwrap();
        assert_eq!((status, body.starts_with("{}")), (404, true));
    }

    #[test]
    fn a_broken_answer_is_an_error() {
        assert!(read_answer(&mut &b"HTTP/1.1 200"[..]).is_err());
    }
}
