//! A browser of these tests: it keeps cookies and follows what leads on, as browsers do.

use crate::authenticator::Authenticator;
use crate::house::{Answer, House};
use axum::body::Body;
use axum::http::{Extensions, Method, Request, StatusCode};
use std::collections::BTreeMap;

pub struct Browser<'h> {
    pub house: &'h House,
    /// By name.
    pub cookies: BTreeMap<String, String>,
    /// What the server knows of the connection.
    pub connection: Extensions,
}

impl<'h> Browser<'h> {
    pub fn new(house: &'h House) -> Browser<'h> {
        Browser {
            house,
            cookies: BTreeMap::new(),
            connection: Extensions::new(),
        }
    }

    pub async fn get(&mut self, address: &str) -> Answer {
        self.send(Method::GET, address, None).await
    }

    /// Sends a form of these fields.
    pub async fn post(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let form: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
        self.send(Method::POST, address, Some(form.join("&"))).await
    }

    /// One request, of which the browser keeps the cookies; it does not follow what leads on.
    pub async fn send(&mut self, method: Method, address: &str, form: Option<String>) -> Answer {
        let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut request = Request::builder().method(method).uri(address);
        request = request
            .header("sec-fetch-site", "same-origin")
            .header("user-agent", "Exercise Firefox/140.0");
        if !cookies.is_empty() {
            request = request.header("cookie", cookies.join("; "));
        }
        if form.is_some() {
            request = request.header("content-type", "application/x-www-form-urlencoded");
        }
        let mut request = request.body(form.map_or_else(Body::empty, Body::from)).unwrap();
        request.extensions_mut().extend(self.connection.clone());
        let answer = self.house.request(request).await;
        for cookie in answer.headers.get_all("set-cookie") {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
            }
        }
        answer
    }

    /// Does what our script does with the form of a page that asks for a passkey: asks for the options, lets the
    /// authenticator answer, and sends the form with what is typed.
    pub async fn by_passkey(&mut self, page: &Answer, passkey: &mut Authenticator, typed: &[(&str, &str)]) -> Answer {
        let page = page.text();
        let form = between(&page, "<form method=\"post\" ", "</form>");
        let form = form
            .into_iter()
            .find(|form| form.contains("data-passkey="))
            .unwrap_or_else(|| panic!("no form: {page}"));
        let options = self.post(attribute(&form, "data-begin"), &[]).await;
        assert_eq!(options.status, StatusCode::OK, "{}", options.text());
        let answer = match attribute(&form, "data-passkey") {
            "create" => passkey.create(&options.text()),
            _ => passkey.get(&options.text()),
        };
        let mut fields: Vec<(&str, &str)> = hidden(&form).into_iter().filter(|(name, _)| *name != "_answer").collect();
        fields.push(("_answer", &answer));
        fields.extend(typed);
        let action = attribute(&form, "action").to_owned();
        let sent = self.post(&action, &fields).await;
        if sent.status != StatusCode::TEMPORARY_REDIRECT {
            return sent;
        }
        // A browser sends the same form once more.
        let to = sent.header("location").to_owned();
        self.post(&to, &fields).await
    }

    /// Presses the button of the form that goes to an address.
    pub async fn press(&mut self, page: &Answer, action: &str) -> Answer {
        let page = page.text();
        let forms = between(&page, "<form method=\"post\" ", "</form>");
        let form = forms
            .into_iter()
            .find(|form| attribute(form, "action").replace("&#38;", "&") == action);
        let form = form.unwrap_or_else(|| panic!("no form to {action}: {page}"));
        self.post(action, &hidden(&form)).await
    }
}

/// All that stands between these two, wherever they stand.
pub fn between(text: &str, begin: &str, end: &str) -> Vec<String> {
    text.split(begin)
        .skip(1)
        .map(|rest| rest.split(end).next().unwrap().to_owned())
        .collect()
}

/// The names and values of the hidden fields of a form. Values of these tests hold no sign that HTML escapes.
pub fn hidden(form: &str) -> Vec<(&str, &str)> {
    let inputs = form.split("<input type=\"hidden\"").skip(1);
    inputs
        .map(|input| {
            let input = input.split('>').next().unwrap();
            (
                attribute(input, "name"),
                if input.contains("value=") { attribute(input, "value") } else { "" },
            )
        })
        .collect()
}

fn attribute<'t>(tag: &'t str, name: &str) -> &'t str {
    let rest = tag
        .split(&format!("{name}=\""))
        .nth(1)
        .unwrap_or_else(|| panic!("no {name}: {tag}"));
    rest.split('"').next().unwrap()
}

fn escaped(text: &str) -> String {
    text.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}
