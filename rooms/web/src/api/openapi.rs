//! The OpenAPI 3.1 document, made of the same data as the router.

use super::endpoints::{self, Answer, Endpoint, Schemas};
use super::openapi_operations;
use super::parameters::Parameter;
use super::schema;
use crate::problem::PROBLEM_JSON;
use utoipa::ToSchema;
use utoipa::openapi::link::LinkBuilder;
use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathItem};
use utoipa::openapi::{
    Components, Content, ContentBuilder, HeaderBuilder, InfoBuilder, LicenseBuilder, ObjectBuilder, OpenApi, OpenApiBuilder, PathsBuilder,
    Ref, RefOr, Response, ResponseBuilder, Type,
};

const DESCRIPTION: &str = "State cooperation with an international criminal court: who is subject to an outstanding warrant of arrest, \
which States are bound by what, how they cooperate, as at any date, and on which entries of an append-only record that rests.\n\n\
What is public is read with GET (or HEAD), without signing in. Requests for cooperation are read and acted in by programs that bring \
a token in the header Authorization: Bearer; a token does nothing that its account could not do, and never signs. \
Every public read takes three parameters: as_at is the day in the world, known_on the day as of whose end the record is read, and hindsight \
says whether what was not yet disclosed on the day counts. Days are civil days in The Hague.\n\n\
Every refusal is a problem detail (RFC 9457); unknown and repeated parameters are refused; any other method is refused with 405. \
Public answers bear a strong ETag; send it back in If-None-Match and an unchanged answer is 304 without a body. The ETag of what is \
not public names its version; send it back in If-Match to act over what was read.\n\n\
The words of the law, and why something was refused, are told in English or French, as Accept-Language prefers.";

/// Refusals that any address may answer with, by status: name of the component and description.
const REFUSALS: [(&str, &str, &str); 7] = [
    (
        "400",
        "Refused",
        "A parameter is unknown, repeated or has a value that cannot be read, or a filter, a cursor or a pair of days is wrong.",
    ),
    (
        "404",
        "NotFound",
        "There is no such thing for the public in this reading (the State or the treaty may be called otherwise, or not have existed \
         yet: the detail says so), or the record had not begun on the day known on.",
    ),
    (
        "409",
        "NotYetProved",
        "The entry is younger than the last mark; a proof can be had from the instant in available_from.",
    ),
    ("414", "AddressTooLong", "The address is too long."),
    (
        "429",
        "TooOften",
        "Too many requests came from you or from your network; Retry-After says after how many seconds to ask again.",
    ),
    ("500", "Failed", "The server failed; its log says why."),
    ("507", "DiskFull", "The disk of the server is full; nothing is lost."),
];

/// The document.
pub(super) fn document() -> OpenApi {
    let mut schemas = Schemas::new();
    let mut problems = vec![(
        schema::Problem::name().into_owned(),
        <schema::Problem as utoipa::PartialSchema>::schema(),
    )];
    schema::Problem::schemas(&mut problems);
    schemas.extend(problems);
    let paths = endpoints::ALL.iter().fold(PathsBuilder::new(), |paths, endpoint| {
        let operation = operation(endpoint, &mut schemas);
        paths.path(endpoint.path, PathItem::new(HttpMethod::Get, operation))
    });
    let paths = openapi_operations::paths(paths, &mut schemas);
    let mut components = Components::new();
    components.schemas = schemas;
    components.parameters = Parameter::ALL
        .into_iter()
        .map(Parameter::documented)
        .map(|(name, p)| (name.to_owned(), RefOr::T(p)))
        .collect();
    components.responses = REFUSALS
        .into_iter()
        .map(|(_, name, text)| (name.to_owned(), RefOr::T(refusal(text))))
        .collect();
    components.headers = [
        ("ETag", "Strong entity tag of the answer."),
        (
            "CacheControl",
            "What caches may do with the answer: a day with revalidation where both days are given and over, else a minute.",
        ),
    ]
    .into_iter()
    .map(|(name, text)| {
        (
            name.to_owned(),
            RefOr::T(HeaderBuilder::new().description(Some(text)).schema(Some(text_schema())).build()),
        )
    })
    .collect();
    openapi_operations::components(&mut components);
    let info = InfoBuilder::new()
        .title("Comity")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .license(Some(LicenseBuilder::new().name("EUPL-1.2").identifier(Some("EUPL-1.2")).build()));
    OpenApiBuilder::new()
        .info(info.build())
        .paths(paths)
        .components(Some(components))
        .build()
}

fn operation(endpoint: &Endpoint, schemas: &mut Schemas) -> OperationBuilder {
    let content = answered(endpoint.answer, ResponseBuilder::new().description(endpoint.summary), schemas);
    let tagged = |response: ResponseBuilder| {
        response
            .header_ref("ETag", header("ETag"))
            .header_ref("Cache-Control", header("CacheControl"))
    };
    let not_found = endpoint.read || endpoint.parameters().any(Parameter::in_path);
    let refusals = REFUSALS.into_iter().filter(|(status, ..)| match *status {
        "404" => not_found,
        "409" => endpoint.may_be_too_young,
        _ => true,
    });
    let described = OperationBuilder::new()
        .operation_id(Some(endpoint.id))
        .summary(Some(endpoint.summary))
        .description(Some(endpoint.description))
        .response("200", linked(endpoint, tagged(content)).build())
        .response(
            "304",
            tagged(ResponseBuilder::new().description("The answer is the one that the asker has already.")).build(),
        );
    let refused = refusals.fold(described, |operation, (status, name, _)| {
        operation.response(status, RefOr::<Response>::Ref(Ref::from_response_name(name)))
    });
    endpoint
        .parameters()
        .fold(refused, |operation, parameter| operation.parameter_ref(parameter.reference()))
}

/// An answer with its content, by its type.
pub(super) fn answered(answer: Answer, response: ResponseBuilder, schemas: &mut Schemas) -> ResponseBuilder {
    let (media_type, content) = match answer {
        Answer::Nothing => return response,
        Answer::Json(shape) => (
            "application/json",
            Content::new(Some(RefOr::<utoipa::openapi::Schema>::Ref(shape(schemas)))),
        ),
        Answer::AnyJson => (
            "application/json",
            Content::new(Some(ObjectBuilder::new().schema_type(Type::Object))),
        ),
        Answer::Text => ("text/plain; charset=utf-8", Content::new(Some(text_schema()))),
        Answer::File => ("*/*", Content::new(Some(text_schema()))),
        Answer::Pdf => ("application/pdf", Content::new(Some(text_schema()))),
        Answer::Calendar => ("text/calendar; charset=utf-8", Content::new(Some(text_schema()))),
    };
    response.content(media_type, content)
}

fn linked(endpoint: &Endpoint, response: ResponseBuilder) -> ResponseBuilder {
    endpoint.links.iter().fold(response, |response, (operation, pointer)| {
        let link = LinkBuilder::new()
            .operation_id(*operation)
            .parameter(endpoints::path_parameter_of(operation), format!("$response.body#{pointer}"));
        response.link(*operation, link.build())
    })
}

pub(super) fn refusal(text: &str) -> Response {
    let content = ContentBuilder::new()
        .schema(Some(Ref::from_schema_name(schema::Problem::name())))
        .build();
    ResponseBuilder::new().description(text).content(PROBLEM_JSON, content).build()
}

pub(super) fn header(name: &str) -> Ref {
    Ref::new(format!("#/components/headers/{name}"))
}

pub(super) fn text_schema() -> ObjectBuilder {
    ObjectBuilder::new().schema_type(Type::String)
}

#[cfg(test)]
#[path = "openapi_tests.rs"]
mod tests;
