#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
use super::*;
use crate::api::operations;
use crate::api::parameters::READING;
use crate::samples::{self, views};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeSet;

fn written() -> Value {
    serde_json::to_value(document()).unwrap()
}

/// What the JSON pointer of a reference names.
fn named<'a>(document: &'a Value, reference: &str) -> &'a Value {
    document
        .pointer(reference.strip_prefix('#').unwrap())
        .unwrap_or_else(|| panic!("{reference} names nothing"))
}

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            found.extend(members.get("$ref").and_then(Value::as_str).map(str::to_owned));
            members.values().for_each(|member| references(member, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

/// Reads what the register wrote as the documented shape says, and writes it again.
#[track_caller]
fn mirrored<T: DeserializeOwned + Serialize>(view: impl Serialize) {
    let json = serde_json::to_value(view).unwrap();
    let read: T = serde_json::from_value(json.clone()).unwrap_or_else(|error| panic!("{error} in {json:#}"));
    assert_eq!(serde_json::to_value(read).unwrap(), json, "no member is lost and none is added");
}

#[test]
fn every_view_has_exactly_the_documented_shape() {
    mirrored::<schema::Outstanding>(samples::outstanding());
    mirrored::<schema::Overview>(samples::overview());
    mirrored::<schema::Persons>(samples::persons());
    mirrored::<schema::Person>(samples::person());
    mirrored::<schema::Situation>(samples::situation());
    mirrored::<schema::Situations>(samples::situations());
    mirrored::<schema::Working>(samples::working());
    mirrored::<schema::Counts>(samples::counts());
    mirrored::<schema::Found>(samples::found());
    mirrored::<schema::Entry>(samples::entry());
}

#[test]
fn every_view_of_states_treaties_and_files_has_exactly_the_documented_shape() {
    mirrored::<schema::States>(views::states());
    mirrored::<schema::StateProfile>(views::profile());
    mirrored::<schema::StateProfile>(views::bare_profile());
    mirrored::<schema::Parties>(views::parties());
    mirrored::<schema::Rows>(views::rows());
    mirrored::<schema::Rows>(views::laws());
    mirrored::<schema::RowView>(views::row());
    mirrored::<schema::Treaties>(views::treaties());
    mirrored::<schema::Comparison>(views::comparison());
    mirrored::<Vec<schema::Session>>(views::sessions());
    mirrored::<schema::Sources>(views::sources());
    mirrored::<schema::Doubts>(views::doubts("agreements"));
    mirrored::<schema::Doubts>(views::doubts(""));
    mirrored::<schema::PublicRequests>(views::public_requests());
    mirrored::<schema::PublicRequestView>(views::public_request());
    mirrored::<schema::Files>(crate::api::dictionary::files());
}

#[test]
fn the_document_is_openapi_3_1_under_the_projects_licence() {
    let document = written();
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(
        document["info"]["license"],
        serde_json::json!({"name": "EUPL-1.2", "identifier": "EUPL-1.2"})
    );
    assert!(
        document["info"]["description"]
            .as_str()
            .is_some_and(|text| text.contains("append-only record"))
    );
}

#[test]
fn every_reference_names_something_and_every_component_is_used() {
    let document = written();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    for reference in &found {
        named(&document, reference);
    }
    for kind in ["schemas", "parameters", "responses", "headers"] {
        for name in document["components"][kind].as_object().unwrap().keys() {
            assert!(
                found.contains(&format!("#/components/{kind}/{name}")),
                "nothing refers to {kind}/{name}"
            );
        }
    }
}

#[test]
fn every_read_takes_the_three_parameters_of_a_reading() {
    let document = written();
    for endpoint in endpoints::ALL.iter().filter(|endpoint| endpoint.read) {
        for parameter in READING {
            assert!(
                endpoint.parameters().any(|p| p == parameter),
                "{} takes {}",
                endpoint.path,
                parameter.name()
            );
        }
    }
    let operation = &document["paths"]["/api/v1/outstanding"]["get"];
    let names: Vec<_> = operation["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|parameter| named(&document, parameter["$ref"].as_str().unwrap())["name"].clone())
        .collect();
    assert_eq!(names, ["as_at", "known_on", "hindsight"]);
}

#[test]
fn every_parameter_is_described_with_schema_and_example() {
    let document = written();
    let parameters = document["components"]["parameters"].as_object().unwrap();
    assert_eq!(parameters.len(), Parameter::ALL.len() + 3, "no two share a name; three are headers");
    for (name, parameter) in parameters {
        assert!(parameter["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}");
        assert!(parameter["schema"]["type"].is_string(), "{name}");
        assert!(!parameter["example"].is_null(), "{name}");
    }
    assert_eq!(parameters["as_at"]["schema"]["format"], "date");
    assert_eq!(
        parameters["hindsight"]["schema"]["enum"],
        serde_json::json!(["1", "true", "0", "false"])
    );
    assert_eq!(parameters["years"]["schema"]["enum"], serde_json::json!([1, 5, 10]));
    assert_eq!(
        parameters["treaty_id"]["schema"]["enum"],
        serde_json::json!(["rome-statute", "apic"])
    );
    let files = parameters["file_name"]["schema"]["enum"].as_array().unwrap();
    assert!(files.contains(&"agreements".into()) && !files.contains(&"proceedings".into()));
    assert!(
        parameters["file"]["schema"]["enum"]
            .as_array()
            .unwrap()
            .contains(&"proceedings".into())
    );
    assert_eq!(
        (&parameters["from"]["required"], &parameters["state"]["required"]),
        (&true.into(), &false.into())
    );
}

#[test]
fn every_parameter_of_a_path_stands_in_its_address() {
    for endpoint in endpoints::ALL {
        let in_address: Vec<_> = endpoint
            .path
            .split('/')
            .filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
            .collect();
        let documented: Vec<_> = endpoint.parameters().filter(|p| p.in_path()).map(Parameter::name).collect();
        assert_eq!(in_address, documented, "{}", endpoint.path);
    }
    for operation in operations::ALL {
        let documented = operation.adds.iter().filter(|p| p.in_path()).map(|p| format!("{{{}}}", p.name()));
        let in_address: Vec<_> = operation.path.split('/').filter(|part| part.starts_with('{')).collect();
        assert_eq!(in_address, documented.collect::<Vec<_>>(), "{}", operation.path);
    }
}

#[test]
fn every_operation_of_programs_documents_its_token_its_version_its_body_and_its_refusals() {
    let document = written();
    for operation in operations::ALL {
        let method = match operation.method {
            HttpMethod::Post => "post",
            HttpMethod::Put => "put",
            HttpMethod::Delete => "delete",
            _ => "get",
        };
        let told = &document["paths"][operation.path][method];
        assert_eq!(told["operationId"], operation.id);
        let responses = told["responses"].as_object().unwrap();
        assert!(responses.contains_key(operation.status), "{}", operation.id);
        assert_eq!(told["security"].is_array(), operation.token, "{}", operation.id);
        assert!(!operation.token || responses.contains_key("401"), "{}", operation.id);
        let takes = |name: &str| told["parameters"].to_string().contains(name);
        assert_eq!(takes("/if_match"), operation.over_a_version, "{}", operation.id);
        assert_eq!(takes("/idempotency_key"), operation.keyed, "{}", operation.id);
        assert_eq!(responses.contains_key("428"), operation.over_a_version, "{}", operation.id);
        let sends = !matches!(operation.body, operations::Body::Nothing);
        assert_eq!(told["requestBody"].is_object(), sends, "{}", operation.id);
        assert!(
            !sends || ["408", "413", "415"].iter().all(|status| responses.contains_key(*status)),
            "{}",
            operation.id
        );
    }
    assert_eq!(document["components"]["securitySchemes"]["token"]["scheme"], "bearer");
}

#[test]
fn every_operation_documents_its_refusals() {
    let document = written();
    for path in endpoints::ALL.map(|endpoint| endpoint.path) {
        let responses = document["paths"][path]["get"]["responses"].as_object().unwrap();
        let statuses: Vec<_> = responses.keys().map(String::as_str).collect();
        let mut expected = vec!["200", "304", "400", "414", "429", "500", "507"];
        if !["/checkpoint", "/openapi.json", "/files", "/forms"]
            .iter()
            .any(|end| path.ends_with(end))
        {
            expected.insert(3, "404");
        }
        if path.ends_with("/proof") {
            expected.insert(4, "409");
        }
        assert_eq!(statuses, expected, "{path}");
        for status in expected.into_iter().filter(|status| *status > "399") {
            let response = named(&document, responses[status]["$ref"].as_str().unwrap());
            let schema = &response["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(schema, "#/components/schemas/Problem", "{path} {status}");
        }
    }
}

#[test]
fn every_link_leads_from_a_member_of_an_answer_to_an_operation_by_the_parameter_of_its_path() {
    let answers = [
        ("outstanding", serde_json::to_value(samples::outstanding()).unwrap()),
        ("persons", serde_json::to_value(samples::persons()).unwrap()),
        ("person", serde_json::to_value(samples::person()).unwrap()),
        ("counts", serde_json::to_value(samples::counts()).unwrap()),
        ("search", serde_json::to_value(samples::found()).unwrap()),
        ("entry", serde_json::to_value(samples::entry()).unwrap()),
        ("overview", serde_json::to_value(samples::overview()).unwrap()),
        ("states", serde_json::to_value(views::states()).unwrap()),
        ("state", serde_json::to_value(views::profile()).unwrap()),
        ("treaties", serde_json::json!({"treaties": [{"id": "apic"}]})),
        (
            "issued-reports",
            serde_json::json!({"reports": [{"entry": "0123456789abcdef0123456789abcdef"}]}),
        ),
        ("treaty", serde_json::to_value(views::parties()).unwrap()),
        ("files", serde_json::to_value(crate::api::dictionary::files()).unwrap()),
        (
            "forms",
            serde_json::to_value(schema::Forms::of(schema::LawTexts::english(&law::Pack::rome_statute().unwrap()))).unwrap(),
        ),
        ("file", serde_json::to_value(views::rows()).unwrap()),
        ("row", serde_json::to_value(views::row()).unwrap()),
        ("compare", serde_json::to_value(views::comparison()).unwrap()),
        ("doubts", serde_json::to_value(views::doubts("agreements")).unwrap()),
        ("public-requests", serde_json::to_value(views::public_requests()).unwrap()),
        ("public-request", serde_json::to_value(views::public_request()).unwrap()),
    ];
    let document = written();
    for endpoint in endpoints::ALL {
        for (operation, pointer) in endpoint.links {
            let target = endpoints::ALL.iter().find(|other| other.id == *operation).expect(operation);
            let link = &document["paths"][endpoint.path]["get"]["responses"]["200"]["links"][operation];
            let (parameter, value) = link["parameters"].as_object().unwrap().iter().next().unwrap();
            assert!(target.path.contains(&format!("/{{{parameter}}}")), "{operation} by {parameter}");
            assert_eq!(value, &format!("$response.body#{pointer}"));
            let (_, answer) = answers.iter().find(|(id, _)| *id == endpoint.id).expect(endpoint.id);
            assert!(answer.pointer(pointer).is_some_and(Value::is_string), "{}: {pointer}", endpoint.id);
        }
    }
}

#[test]
fn a_member_that_may_be_unknown_is_always_there_and_may_be_null() {
    let document = written();
    let person = &document["components"]["schemas"]["PersonRow"];
    let required: Vec<_> = person["required"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    let properties: Vec<_> = person["properties"].as_object().unwrap().keys().map(String::as_str).collect();
    assert!(
        properties.iter().all(|name| required.contains(name)),
        "{properties:?} beside {required:?}"
    );
    assert_eq!(person["additionalProperties"], false);
    assert_eq!(
        person["properties"]["days_outstanding"]["type"],
        serde_json::json!(["integer", "null"])
    );
}
