#include "platform/http/httpserver.h"

#include "platform/http/meteredsocket.h"
#include "platform/http/requestrules.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QHostAddress>
#include <QMutex>
#include <QWaitCondition>

#include <restinio/all.hpp>
#include <restinio/tls.hpp>

#include <openssl/x509.h>

#include <fcntl.h>

#include <atomic>
#include <future>

using namespace Qt::StringLiterals;

namespace idcounter::platform {

namespace {

constexpr std::size_t largestHeader = 8192;
constexpr std::size_t mostHeaders = 100;
constexpr std::size_t mostConnections = 1000;
constexpr std::chrono::seconds slowest{10}; // to read a request, to write an answer
constexpr std::chrono::seconds longestWork{40}; // of a handler, with the 20 s that a station may wait

// Which client certificate came with which connection.
class Certificates
{
public:
    void state_changed(const restinio::connection_state::notice_t &notice) noexcept
    {
        const QMutexLocker lock(&m_mutex);
        const auto cause = notice.cause();
        if (const auto *accepted = restinio::get_if<restinio::connection_state::accepted_t>(&cause)) {
            accepted->try_inspect_tls([&](const restinio::connection_state::tls_accessor_t &tls) {
                m_ssl.insert(notice.connection_id(), tls.native_handle());
            });
        } else {
            m_ssl.remove(notice.connection_id());
        }
    }

    // SHA-256 in hexadecimal digits; empty without one. While a request of the connection is handled.
    QString of(restinio::connection_id_t id) const
    {
        const QMutexLocker lock(&m_mutex);
        SSL *ssl = m_ssl.value(id, nullptr);
        if (!ssl || SSL_get_verify_result(ssl) != X509_V_OK)
            return {};
        const std::unique_ptr<X509, decltype(&X509_free)> certificate(SSL_get1_peer_certificate(ssl), &X509_free);
        if (!certificate)
            return {};
        std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
        unsigned int size = 0;
        X509_digest(certificate.get(), EVP_sha256(), digest.data(), &size);
        return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(digest.data()), int(size)).toHex());
    }

private:
    mutable QMutex m_mutex;
    QHash<restinio::connection_id_t, SSL *> m_ssl;
};

struct PlainTraits : public restinio::default_traits_t
{
    using stream_socket_t = MeteredSocket;
    static constexpr bool use_connection_count_limiter = true;
};

struct TlsTraits : public restinio::default_tls_traits_t
{
    static constexpr bool use_connection_count_limiter = true;
    using connection_state_listener_t = Certificates;
};

QByteArray bytes(const std::string &text)
{
    return {text.data(), qsizetype(text.size())};
}

HeaderFields fieldsIn(const restinio::request_handle_t &handle)
{
    HeaderFields fields;
    handle->header().for_each_field(
        [&](const auto &field) { fields << std::pair(bytes(field.name()), bytes(field.value())); });
    return fields;
}

HttpRequest requestIn(const restinio::request_handle_t &handle, const HeaderFields &fields, const QString &certificate)
{
    const auto &header = handle->header();
    HttpRequest request{.method = QByteArray(header.method().c_str()),
                        .target = bytes(header.request_target()),
                        .body = bytes(handle->body()),
                        .peer = QString::fromStdString(handle->remote_endpoint().address().to_string()),
                        .certificate = certificate};
    for (const auto &[anyCase, value] : fields) {
        // Two of one name are one list (RFC 9110, 5.3); what is meant to be there once is then no longer valid.
        const QByteArray name = anyCase.toLower();
        request.headers[name] = request.headers.contains(name) ? request.headers[name] + ", " + value : value;
    }
    return request;
}

// How many requests are not answered yet, so that the end waits for them.
class UnderWay
{
public:
    std::shared_ptr<void> one()
    {
        const QMutexLocker lock(&m_mutex);
        ++m_count;
        return {this, [](UnderWay *all) { all->isOver(); }};
    }

    void waitForNone(std::chrono::seconds longest)
    {
        const QDeadlineTimer deadline(longest);
        const QMutexLocker lock(&m_mutex);
        while (m_count > 0 && m_none.wait(&m_mutex, deadline)) { }
    }

private:
    void isOver()
    {
        const QMutexLocker lock(&m_mutex);
        if (--m_count == 0)
            m_none.wakeAll();
    }

    QMutex m_mutex;
    QWaitCondition m_none;
    int m_count = 0;
};

// The answer is on its way when it returns; request lives until it was written, or cannot be.
restinio::request_handling_status_t send(const restinio::request_handle_t &handle, const HttpResponse &response,
                                         const std::shared_ptr<void> &request, bool close = false)
{
    auto answer = handle->create_response(
        restinio::http_status_line_t(restinio::http_status_code_t(std::uint16_t(response.status)), ""));
    if (close)
        answer.connection_close();
    for (const auto &[name, value] : response.headers) {
        if (!value.contains('\r') && !value.contains('\n')) // it would be read as a header of its own
            answer.append_header(name.toStdString(), value.toStdString());
    }
    answer.set_body(response.body.toStdString());
    return answer.done([request](const auto &) {});
}

// A server of one kind of line, with the threads that work for it.
template<typename Traits>
class Line
{
public:
    Line(restinio::server_settings_t<Traits> settings, std::size_t threads)
        : m_server(restinio::own_io_context(), std::move(settings))
        , m_threads(threads, m_server)
    {
        std::promise<void> started;
        m_threads.start([&started]() noexcept { started.set_value(); },
                        [&started](std::exception_ptr why) noexcept { started.set_exception(std::move(why)); });
        started.get_future().get();
    }
    Q_DISABLE_COPY_MOVE(Line)

    void stop(UnderWay &requests)
    {
        std::promise<void> closed;
        m_server.close_async([&closed] { closed.set_value(); },
                             [&closed](const std::exception_ptr &) { closed.set_value(); });
        closed.get_future().get();
        requests.waitForNone(slowest);
        m_threads.stop();
        m_threads.wait();
    }

private:
    restinio::http_server_t<Traits> m_server;
    restinio::on_pool_runner_t<restinio::http_server_t<Traits>> m_threads;
};

} // namespace

struct HttpServer::Running
{
    Handler handler;
    std::shared_ptr<Certificates> certificates = std::make_shared<Certificates>();
    QByteArray proxySecret;
    std::atomic<quint16> port = 0;
    UnderWay requests;
    std::unique_ptr<Line<PlainTraits>> plain;
    std::unique_ptr<Line<TlsTraits>> tls;

    restinio::request_handling_status_t answer(const restinio::request_handle_t &handle)
    {
        const auto underWay = requests.one();
        try {
            const HeaderFields fields = fieldsIn(handle);
            if (const int fault = faultOf(bytes(handle->header().request_target()), fields))
                return send(handle, {.status = fault}, underWay, true);
            HttpRequest request = requestIn(handle, fields, certificates->of(handle->connection_id()));
            readProxy(request, proxySecret);
            return send(handle, handler(request), underWay);
        } catch (const std::exception &) { // for want of memory: this request is lost, the others go on
            return restinio::request_rejected();
        }
    }

    template<typename Traits>
    restinio::server_settings_t<Traits> common(const HttpSettings &settings)
    {
        restinio::server_settings_t<Traits> made;
        made.address(settings.address.toStdString())
            .port(settings.port)
            .max_parallel_connections(mostConnections)
            .read_next_http_message_timelimit(slowest)
            .write_http_response_timelimit(slowest)
            .handle_request_timeout(longestWork)
            .incoming_http_msg_limits(restinio::incoming_http_msg_limits_t{}
                                          .max_url_size(largestHeader)
                                          .max_field_name_size(largestHeader)
                                          .max_field_value_size(largestHeader)
                                          .max_field_count(mostHeaders)
                                          .max_body_size(std::uint64_t(settings.longestBody)))
            .acceptor_options_setter([](restinio::acceptor_options_t &options) {
                options.set_option(restinio::asio_ns::ip::tcp::acceptor::reuse_address(true));
            })
            .acceptor_post_bind_hook([this](restinio::asio_ns::ip::tcp::acceptor &acceptor) {
                port = acceptor.local_endpoint().port();
                ::fcntl(acceptor.native_handle(), F_SETFD, FD_CLOEXEC); // no program that is started has it open
            })
            .request_handler([this](const restinio::request_handle_t &handle) { return answer(handle); });
        return made;
    }

    void start(const HttpSettings &settings)
    {
        const auto threads = std::size_t(settings.threads);
        if (settings.certificate.isEmpty()) {
            plain = std::make_unique<Line<PlainTraits>>(common<PlainTraits>(settings), threads);
            return;
        }
        namespace ssl = restinio::asio_ns::ssl;
        ssl::context context(ssl::context::tls_server);
        context.set_options(ssl::context::default_workarounds | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1);
        context.use_certificate_chain_file(settings.certificate.toStdString());
        context.use_private_key_file(settings.key.toStdString(), ssl::context::pem);
        if (!settings.clientAuthority.isEmpty()) {
            context.load_verify_file(settings.clientAuthority.toStdString());
            context.set_verify_mode(ssl::verify_peer);
            // Without it a client that comes again with its session and a certificate is refused.
            constexpr unsigned char name[] = "idcounter";
            SSL_CTX_set_session_id_context(context.native_handle(), name, sizeof(name) - 1);
        }
        tls = std::make_unique<Line<TlsTraits>>(
            common<TlsTraits>(settings).tls_context(std::move(context)).connection_state_listener(certificates),
            threads);
    }
};

HttpServer::HttpServer(std::unique_ptr<Running> running)
    : m_running(std::move(running))
{
}

HttpServer::~HttpServer()
{
    if (m_running->plain)
        m_running->plain->stop(m_running->requests);
    if (m_running->tls)
        m_running->tls->stop(m_running->requests);
}

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpSettings &settings, Handler handler)
{
    if (settings.certificate.isEmpty() && !QHostAddress(settings.address).isLoopback())
        return Error{Error::Code::PlatformUntrusted, u"no TLS"_s};
    auto running = std::make_unique<Running>();
    running->handler = std::move(handler);
    running->proxySecret = settings.proxySecret;
    try {
        running->start(settings);
    } catch (const std::exception &) {
        return Error{Error::Code::PlatformUnreachable, u"port or certificate"_s};
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(running)));
}

quint16 HttpServer::port() const
{
    return m_running->port;
}

} // namespace idcounter::platform
